import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { DemandPageData } from './page.tsx'

/** From what several need to buying it together: for the lead to begin, and for everybody who may see it once it is. */
export function BuyTogether({ page }: { page: DemandPageData }) {
  const { t } = useMessages()
  const { id, procurement, mayLead, status, isJoint } = page
  const mayBegin = mayLead && status === 'gathering' && isJoint && !procurement
  if (!procurement && !mayBegin) return null
  return (
    <section className="box no-print" data-color="lyng" aria-labelledby="kjop">
      <h2 className="box-title" id="kjop">
        {t('joint.nav')}
      </h2>
      <p>{t(procurement ? 'joint.ofDemand.underWay' : 'joint.ofDemand.begin')}</p>
      <p>
        {procurement ? (
          <To page="jointProcurement" params={{ id: procurement }} className="ds-button">
            {t('joint.ofDemand.see')}
          </To>
        ) : (
          <To page="jointProcurementNew" query={`samlet=${id}`} className="ds-button">
            {t('joint.list.begin')}
          </To>
        )}
      </p>
    </section>
  )
}

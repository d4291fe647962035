import { useMessages } from '#src/web/ui/messages.ts'
import type { BenefitPageData } from './page.tsx'

/** For the lead, when there is a benefit to tell of; for everybody, when it has been told. */
export function ShareCase({ share }: Pick<BenefitPageData, 'share'>) {
  const { t } = useMessages()
  if (share.case)
    return (
      <section className="box" data-color="mose" aria-labelledby="delt">
        <h2 id="delt" className="box-title">
          {t('jointBenefit.case.published')}
        </h2>
        <p>
          <a href={share.case}>{t('jointBenefit.case.link')}</a>
        </p>
      </section>
    )
  if (!share.isLead) return null
  return (
    <section className="box" aria-labelledby="del">
      <h2 id="del" className="box-title">
        {t('jointBenefit.case')}
      </h2>
      <p>{t(share.mayMake ? 'jointBenefit.case.help' : 'jointBenefit.case.early')}</p>
      {share.mayMake && (
        <form method="post">
          <input type="hidden" name="intent" value="del" />
          <button className="ds-button" data-color="kobber" type="submit">
            {t(share.hasDraft ? 'jointBenefit.case.draft' : 'jointBenefit.case.button')}
          </button>
        </form>
      )}
    </section>
  )
}

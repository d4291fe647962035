import { NEED_STEPS } from '#src/modules/needs/contract.ts'
import { Box } from '#src/web/ui/box.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { MirrorAdvice } from '#src/web/ui/need-mirror.tsx'
import { NeedFacts, NotANotice } from '#src/web/ui/need-told.tsx'
import { STEP_SLUGS } from '#src/web/ui/need-way.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { NeedPageData } from './page.tsx'

/** What to do about it, the facts, what it is not; and for its own people what only they may do. */
export function NeedAside({ page }: { page: NeedPageData }) {
  const { need, status, isTheirs, mayTake } = page
  return (
    <div className="stack">
      {mayTake && status === 'announced' && <Same id={need.id} />}
      <NeedFacts need={need} />
      <NotANotice />
      {isTheirs && <Own page={page} />}
      <MirrorAdvice questions={page.advice} />
    </div>
  )
}

function Same({ id }: { id: string }) {
  const { t } = useMessages()
  return (
    <Box id="det-samme" title={t('needs.same')} color="lyng">
      <p className="small">{t('needs.same.text')}</p>
      <p>
        <To page="needNew" query={`behov=${id}`} className="ds-button">
          {t('needs.same')}
        </To>
      </p>
    </Box>
  )
}

function Own({ page: { need, status, audience, mayMove } }: { page: NeedPageData }) {
  const { t } = useMessages()
  return (
    <Box id="for-dere" title={t('needs.one.own')}>
      {status !== 'draft' && (
        <p className="small quiet">
          {t('needs.one.audience')}: {t(`needs.audience.${audience}`)}
        </p>
      )}
      <ul className="plain-list">
        {mayMove && status === 'announced' && (
          <li>
            {t('needs.one.change')}:
            <ul>
              {NEED_STEPS.map((step) => (
                <li key={step}>
                  <To page="needStep" params={{ id: need.id, step: STEP_SLUGS[step] }}>
                    {t(`needs.step.${step}`)}
                  </To>
                </li>
              ))}
            </ul>
          </li>
        )}
        {mayMove && (
          <li>
            <To page="needManage" params={{ id: need.id }}>
              {t('needs.one.manage')}
            </To>
          </li>
        )}
        <li>
          <To page="needPriorNotice" params={{ id: need.id }}>
            {t('needs.one.prior')}
          </To>
        </li>
      </ul>
    </Box>
  )
}

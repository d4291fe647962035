import type { JudgementView } from '#src/web/present/judgement-view.ts'
import { useMessages } from './messages.ts'

/** Who said what of it, when and why; the latest first. */
export function JudgementList({ judgements }: { judgements: readonly JudgementView[] }) {
  const { t } = useMessages()
  return (
    <ul className="plain-list lines">
      {judgements.map((judgement) => (
        <li key={judgement.at.toISOString()}>
          <strong>
            {judgement.assessment
              ? t(`innovation.judged.${judgement.assessment}`)
              : t('innovation.judge.rules')}
          </strong>
          <JudgementWords judgement={judgement} />
        </li>
      ))}
    </ul>
  )
}

export function JudgementWords({
  judgement: { person, organisation, at, reason },
}: {
  judgement: JudgementView
}) {
  const { t, date } = useMessages()
  const who = person ?? t('people.former')
  return (
    <>
      <p className="as-written">{reason}</p>
      <p className="small quiet">
        {organisation
          ? t('innovation.judged.by', { person: who, organisation, day: date(at) })
          : t('innovation.judged.byCurator', { person: who, day: date(at) })}
      </p>
    </>
  )
}

import type { JudgementView } from '#src/web/present/judgement-view.ts'
import { JudgementWords } from '#src/web/ui/judgement-list.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'

type Props = {
  readonly id: string
  /** What counts before what the rules found; null when nobody has said anything, or left it to the rules. */
  readonly judgement: JudgementView | null
  readonly mayJudge: boolean
}

/** What somebody who knows the procurement says of it, above what the rules found. */
export function JudgedInnovation({ id, judgement, mayJudge }: Props) {
  const { t } = useMessages()
  if (!judgement && !mayJudge) return null
  return (
    <section className="box judged" data-color="mose" aria-labelledby="vurdert">
      <h2 id="vurdert" className="box-title">
        {judgement?.assessment ? t(`innovation.judged.${judgement.assessment}`) : t('innovation.judge.ask')}
      </h2>
      {judgement && <JudgementWords judgement={judgement} />}
      {mayJudge && (
        <p>
          <To page="noticeJudgement" params={{ id }}>
            {t(judgement ? 'innovation.judge.again' : 'innovation.judge.title')}
          </To>
        </p>
      )}
    </section>
  )
}

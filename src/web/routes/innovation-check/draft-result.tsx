import type { Condition } from '#src/modules/notices/contract.ts'
import { HitList } from '#src/web/ui/hit.tsx'
import { InnovationConditions } from '#src/web/ui/innovation-conditions.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { DraftAnswer } from './answer-draft.ts'

export function DraftResult({ answer }: { answer: DraftAnswer }) {
  const { t } = useMessages()
  return (
    <>
      <section className="wide section" aria-labelledby="resultat">
        <h2 id="resultat">{answer.title || t('innovation.check.result')}</h2>
        <p className="lead">{t('innovation.check.result.met', { count: answer.met })}</p>
        {!answer.textRead && <p>{t('innovation.codesOnly')}</p>}
        <InnovationConditions
          conditions={answer.conditions}
          missing={(condition) => <Advice condition={condition} />}
        />
        <p className="small quiet">
          {t('innovation.check.result.rules')} {t('innovation.rulesOnly')}
        </p>
      </section>
      <section className="wide section" aria-labelledby="andre">
        <h2 id="andre">{t('innovation.check.others')}</h2>
        {answer.others.length === 0 ? (
          <p>{t('innovation.check.others.none')}</p>
        ) : (
          <HitList hits={answer.others} />
        )}
      </section>
    </>
  )
}

/** What is missing, what one can do about it, and a sentence that would say so if it were true. */
function Advice({ condition }: { condition: Condition }) {
  const { t } = useMessages()
  return (
    <>
      <p>{t(`innovation.check.missing.${condition}`)}</p>
      <div className="box" data-color="korn">
        <p>
          <strong>{t('innovation.check.write')}</strong>
        </p>
        <p>{t(`innovation.check.write.${condition}.do`)}</p>
        <blockquote>{t(`innovation.check.write.${condition}.text`)}</blockquote>
        <p className="small quiet">{t('innovation.check.write.note')}</p>
      </div>
    </>
  )
}

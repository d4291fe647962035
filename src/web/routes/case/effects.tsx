import type { Effect } from '#src/modules/catalogue/contract.ts'
import { useMessages } from '#src/web/ui/messages.ts'

/** What came of it, each with how well it is known: a possibility is never shown as a result. */
export function Effects({ effects, language }: { effects: readonly Effect[]; language: string }) {
  const { t, date } = useMessages()
  return (
    <ul className="effects plain-list">
      {effects.map((effect) => (
        <li key={effect.text}>
          <span lang={language}>{effect.text}</span>
          <span className="grade">
            <Grade effect={effect} language={language} />
            {effect.measuredOn && ` (${date(effect.measuredOn)})`}
          </span>
          {effect.baseline && (
            <span className="grade">{t('case.effect.baseline', { text: effect.baseline })}</span>
          )}
          {effect.target && <span className="grade">{t('case.effect.target', { text: effect.target })}</span>}
          {effect.method && <span className="grade">{t('case.effect.method', { text: effect.method })}</span>}
        </li>
      ))}
    </ul>
  )
}

function Grade({ effect: { grade, condition }, language }: { effect: Effect; language: string }) {
  const { t, parts } = useMessages()
  if (!condition) return t(`case.grade.${grade}`)
  return parts(
    'case.grade.withCondition',
    {
      own: (text) => (
        <span lang={language} key="own">
          {text}
        </span>
      ),
    },
    { grade: t(`case.grade.${grade}`), condition },
  )
}

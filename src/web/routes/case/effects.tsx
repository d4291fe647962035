import type { Effect } from '#src/modules/catalogue/contract.ts'
import { isConfirmedByItself } from '#src/modules/catalogue/index.ts'
import { useMessages } from '#src/web/ui/messages.ts'

/** What came of it, each with how well it is known: a possibility is never shown as a result. */
export function Effects({ effects, language }: { effects: readonly Effect[]; language: string }) {
  return (
    <ul className="effects plain-list">
      {effects.map((effect) => (
        <li key={effect.text}>
          <span lang={language}>{effect.text}</span>
          <Grade effect={effect} language={language} />
          <Details effect={effect} />
        </li>
      ))}
    </ul>
  )
}

function Grade({ effect, language }: { effect: Effect; language: string }) {
  const { t, parts, date } = useMessages()
  const { grade, condition, benefit, main, measuredOn } = effect
  const own = (text: string) => (
    <span lang={language} key="own">
      {text}
    </span>
  )
  return (
    <>
      {(main || benefit) && (
        <span className="grade">
          {[main && t('case.effect.main'), benefit && t(`case.benefit.${benefit}`)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}
      <span className="grade">
        {condition
          ? parts('case.grade.withCondition', { own }, { grade: t(`case.grade.${grade}`), condition })
          : t(`case.grade.${grade}`)}
        {measuredOn && ` (${date(measuredOn)})`}
      </span>
    </>
  )
}

function Details({ effect }: { effect: Effect }) {
  const { t } = useMessages()
  const { forWhom, baseline, target, method, owner, confirmedBy } = effect
  const lines = [
    forWhom && t('case.effect.forWhom', { text: forWhom }),
    baseline && t('case.effect.baseline', { text: baseline }),
    target && t('case.effect.target', { text: target }),
    method && t('case.effect.method', { text: method }),
    owner && t('case.effect.owner', { text: owner }),
    confirmedBy && t('case.effect.confirmedBy', { text: confirmedBy }),
    isConfirmedByItself(effect) && t('case.effect.notConfirmed'),
  ].filter((line) => typeof line === 'string')
  return lines.map((line) => (
    <span key={line} className="grade">
      {line}
    </span>
  ))
}

import type { Messages } from '#src/messages/index.ts'
import { isMessageKey } from '#src/messages/index.ts'
import { CONDITIONS } from '#src/modules/notices/contract.ts'
import { innovationRules, type Signal, type TextAssessment } from '#src/modules/notices/index.ts'
import type { Language } from '#src/platform/language.ts'
import type { ConditionView, EvidenceView } from '#src/web/ui/innovation-conditions.tsx'

const SHOWN = 4

/** The conditions of the definition with what speaks for each; other signs last, where there are any. */
export function innovationView(
  assessed: Pick<TextAssessment, 'conditions' | 'signals'>,
  messages: Messages,
): readonly ConditionView[] {
  const { t } = messages
  const of = (condition: Signal['condition']) =>
    evidence(
      assessed.signals.filter((one) => one.condition === condition),
      messages,
    )
  const conditions = CONDITIONS.map((condition): ConditionView => {
    const { met, points } = assessed.conditions[condition]
    return {
      condition,
      title: t(`innovation.condition.${condition}`),
      state: met ? 'met' : points > 0 ? 'some' : 'none',
      evidence: of(condition),
    }
  })
  const general = of('general')
  if (general.length === 0) return conditions
  const title = t('innovation.condition.general')
  return [...conditions, { condition: 'general', title, state: 'met', evidence: general }]
}

/** The same sentence once, with every reason it gave. */
function evidence(signals: readonly Signal[], messages: Messages): readonly EvidenceView[] {
  const bySentence = [...Map.groupBy(signals, ({ lot, path, text }) => `${lot} ${path} ${text}`).values()]
  return bySentence.slice(0, SHOWN).flatMap((same) => {
    const [first] = same
    if (!first) return []
    const reasons = [...new Set(same.map(({ kind }) => reasonOf(kind, messages.language)))]
    return [
      {
        quote: isCode(first) ? null : first.text,
        place: placeOf(first, messages),
        reason: reasons.join(' '),
      },
    ]
  })
}

function isCode({ kind }: Signal): boolean {
  return innovationRules().codes.some(({ id }) => id === kind)
}

function reasonOf(kind: string, language: Language): string {
  const { text, codes } = innovationRules()
  return [...text, ...codes].find(({ id }) => id === kind)?.reason[language] ?? ''
}

function placeOf(signal: Signal, { t }: Messages): string | null {
  const known = signal.path.split('/').filter((step) => isMessageKey(`innovation.place.${step}`))
  const key = isCode(signal) ? 'innovation.place.code' : `innovation.place.${known.at(-1)}`
  if (!isMessageKey(key)) return null
  const place = t(key)
  return signal.lot ? t('innovation.place.inLot', { lot: signal.lot, place }) : place
}

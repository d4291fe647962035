import { isMessageKey, type Messages } from '#src/messages/index.ts'
import { StopReason } from '#src/modules/catalogue/contract.ts'
import { reasonLabel } from '#src/modules/catalogue/index.ts'
import type { DraftSize } from '#src/modules/sharing/contract.ts'
import type { Field, Problem } from '#src/modules/sharing/index.ts'
import { codeLabel, themeLabel } from '#src/modules/vocabulary/index.ts'
import type { FieldProblem } from '#src/web/ui/error-summary.tsx'

/** `effects.0.grade` has the words of `effects.grade`. */
export function wordsOf(path: string): string {
  return path.replace(/\.\d+(?=\.|$)/g, '')
}

/** How a question is asked; an experience asks some of them in its own way. */
export function label(words: string, size: DraftSize, { t }: Messages): string {
  const ofExperience = `sharing.experience.${words}`
  if (size === 'experience' && isMessageKey(ofExperience)) return t(ofExperience)
  const key = `sharing.field.${words}`
  return isMessageKey(key) ? t(key) : words
}

/** Where the words of a choice are said already. */
const SAID: Readonly<Record<string, (value: string, messages: Messages) => string>> = {
  'identity.themes': (value, { language }) => themeLabel(value, language),
  'identity.kind': (value, { t }) => orValue(`case.kind.${value}`, value, t),
  'who.parties.role': (value, { t }) => orValue(`case.role.${value}`, value, t),
  'steps.phase': (value, { t }) => orValue(`case.phase.${value}`, value, t),
  'requirements.strength': (value, { t }) => orValue(`case.requirement.${value}`, value, t),
  'effects.grade': (value, { t }) => orValue(`case.grade.${value}`, value, t),
  'effects.benefit': (value, { t }) => orValue(`case.benefit.${value}`, value, t),
  'stopped.phase': (value, { t }) => orValue(`case.phase.${value}`, value, t),
  'stopped.reasons': (value, { language }) => {
    const reason = StopReason.safeParse(value)
    return reason.success ? reasonLabel(reason.data, language) : value
  },
  'competition.procedure': (value, { language }) => codeLabel('procedure-type', value, language),
  'identity.innovativeAcquisition': (value, { language }) =>
    codeLabel('innovative-acquisition', value, language),
}

/** How an answer among several reads. */
export function optionText(words: string, value: string, messages: Messages): string {
  return SAID[words]?.(value, messages) ?? orValue(`sharing.option.${words}.${value}`, value, messages.t)
}

/** How what is typed in a field reads, whatever its kind. */
export function answerText(
  { kind, words, value }: { readonly kind: Field['kind']; readonly words: string; readonly value: unknown },
  messages: Messages,
): string {
  if (Array.isArray(value)) return value.map((one) => optionText(words, String(one), messages)).join(', ')
  const text = String(value ?? '')
  if (kind === 'tick') return messages.t(text === 'true' ? 'sharing.ticked' : 'sharing.notTicked')
  return kind === 'choice' && text !== '' ? optionText(words, text, messages) : text
}

/** What is wrong, as one who has to put it right reads it, with where. */
export function toFieldProblem(
  { path, reason, limit }: Problem,
  size: DraftSize,
  messages: Messages,
): FieldProblem {
  const field = label(wordsOf(path), size, messages)
  return { field: path, text: messages.t(`sharing.problem.${reason}`, { field, limit: limit ?? 0 }) }
}

function orValue(key: string, value: string, t: Messages['t']): string {
  return isMessageKey(key) ? t(key) : value
}

import type { Messages } from '#src/messages/index.ts'
import type { FieldDifference } from '#src/modules/sharing/index.ts'
import type { DifferenceView } from '#src/web/ui/difference.tsx'
import { label } from './form-words.ts'

/** Differences under the page of the form where each question stands. */
export function differenceViews(
  differences: readonly FieldDifference[],
  messages: Messages,
): readonly DifferenceView[] {
  const byStep = Map.groupBy(differences, ({ step }) => step)
  return [...byStep].map(([step, fields]) => ({
    title: messages.t(`sharing.step.${step}`),
    fields: fields.map(({ words, parts }) => ({ label: label(words, 'full', messages), parts })),
  }))
}

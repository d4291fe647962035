import type { Messages } from '#src/messages/index.ts'
import type { Field } from '#src/modules/sharing/index.ts'
import { type Theme, type ThemeNode, themeTree } from '#src/modules/vocabulary/index.ts'
import { optionText } from '#src/web/present/form-words.ts'
import type { OptionGroup } from './field-view.ts'

/** What can be chosen as an answer, in the reader's language. */
export function optionViews(field: Field, words: string, messages: Messages): readonly OptionGroup[] {
  if (field.kind === 'themes') return themeGroups(messages)
  const options = (field.options ?? []).map((value) => ({ value, text: optionText(words, value, messages) }))
  return options.length > 0 ? [{ title: null, options }] : []
}

/** A theme always before those below it, and how far down each is. */
function below(
  nodes: readonly ThemeNode[],
  depth: number,
): readonly { readonly theme: Theme; readonly depth: number }[] {
  return nodes.flatMap(({ theme, narrower }) => [{ theme, depth }, ...below(narrower, depth + 1)])
}

function themeGroups({ language }: Messages): readonly OptionGroup[] {
  return themeTree().map(({ theme, narrower }) => ({
    title: theme.label[language],
    options: [{ theme, depth: 0 }, ...below(narrower, 1)].map(({ theme: { id, label }, depth }) => ({
      value: id,
      text: `${'– '.repeat(Math.max(depth - 1, 0))}${label[language]}`,
    })),
  }))
}

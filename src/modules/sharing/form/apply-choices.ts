import { rowsAt, type TypedContent, writeAt } from '#src/modules/sharing/typed-content.ts'
import type { Json } from '#src/platform/json.ts'
import type { FormPart } from './field.ts'

/** What somebody wants in a field where two texts stood against each other, named as in the conflict. */
export type Choice = { readonly path: string; readonly value: Json }

/** The content with what was chosen put in its place; a choice for a row that is gone falls away. */
export function applyChoices(
  content: TypedContent,
  parts: readonly FormPart[],
  choices: readonly Choice[],
): TypedContent {
  return choices.reduce((chosen, { path, value }) => {
    const part = parts.find((one) => path === one.path || path.startsWith(`${one.path}.`))
    if (!part) return chosen
    if (part.kind !== 'rows') return writeAt(chosen, part.path, value)
    const [key = '', ...field] = path.slice(part.path.length + 1).split('.')
    const rows = rowsAt(chosen, part.path).map((row) =>
      row.$key === key ? { ...writeAt(row, field.join('.'), value), $key: key } : row,
    )
    return writeAt(chosen, part.path, rows)
  }, content)
}

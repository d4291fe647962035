import type { CaseContent } from '#src/modules/catalogue/contract.ts'
import {
  isObject,
  readAt,
  type TypedContent,
  type TypedRow,
  writeAt,
} from '#src/modules/sharing/typed-content.ts'
import type { Json } from '#src/platform/json.ts'
import type { Field } from './field.ts'
import { toTyped } from './field-values.ts'
import { PARTS } from './steps.ts'

/**
 * The form filled in with what a case holds. What no question asks for is carried along as it is, so that nothing is
 * lost when the case is published anew. The same case always makes the same form.
 */
export function fillForm(content: Partial<CaseContent>): TypedContent {
  const whole = JSON.parse(JSON.stringify(content)) as TypedContent
  return PARTS.reduce((filled, part) => {
    const value = readAt(filled, part.path)
    if (value === undefined) return filled
    if (part.kind !== 'rows') return writeAt(filled, part.path, toTyped(part, value))
    const rows = Array.isArray(value) ? value.filter(isObject) : []
    return writeAt(
      filled,
      part.path,
      rows.map((row, place) => fillRow(row, part.fields, `r${place}`)),
    )
  }, whole)
}

function fillRow(row: TypedContent, fields: readonly Field[], key: string): TypedRow {
  const filled = fields.reduce((typed, field) => {
    const value = readAt(typed, field.path)
    return value === undefined ? typed : writeAt(typed, field.path, toTyped(field, value))
  }, row)
  // Which name the reference stands for: another name is somebody else.
  const named: Record<string, Json> = row.reference === undefined ? {} : { $named: row.name ?? '' }
  return { ...filled, ...named, $key: key }
}

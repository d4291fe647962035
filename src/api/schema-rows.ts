import type { z } from 'zod'

type JsonSchema = z.core.JSONSchema.BaseSchema

/** One line of the description of a schema; `schema` is the one to link to, when the value has one of its own. */
export type SchemaRow = {
  readonly name: string
  readonly type: string
  readonly schema: string | null
  readonly description: string
}

/** The fields of a schema for a reader; objects without a name of their own are unfolded: `duration.months`. */
export function schemaRows(schema: JsonSchema, prefix = ''): readonly SchemaRow[] {
  const required = new Set(schema.required ?? [])
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    if (typeof property === 'boolean') return []
    const type = `${typeText(property)}${required.has(name) ? '' : ', may be missing'}`
    const row = {
      name: prefix + name,
      type,
      schema: schemaName(property),
      description: property.description ?? '',
    }
    const inner = innermost(property)
    const path = `${prefix}${name}${isList(property) ? '[]' : ''}.`
    return [row, ...(inner.$ref ? [] : schemaRows(inner, path))]
  })
}

/** What values there may be, in words. */
export function typeText(schema: JsonSchema): string {
  const options = schema.anyOf ?? schema.oneOf
  if (options) return options.map(typeText).join(' or ')
  if (schema.$ref) return lastPart(schema.$ref)
  if (schema.enum) return schema.enum.map(String).join(' | ')
  if (schema.const !== undefined) return String(schema.const)
  if (schema.type === 'array') return `list of ${typeText(itemsOf(schema))}`
  if (schema.type === 'object' && typeof schema.additionalProperties === 'object') {
    return `${typeText(schema.additionalProperties)} by name`
  }
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? 'anything']
  return `${types.join(' or ')}${schema.format ? ` (${schema.format})` : ''}${rangeText(schema)}`
}

function rangeText({ minimum, maximum }: JsonSchema): string {
  const bounded = minimum !== undefined && maximum !== undefined && Math.abs(minimum) < 1e9 && maximum < 1e9
  return bounded ? ` from ${minimum} to ${maximum}` : ''
}

function schemaName(schema: JsonSchema): string | null {
  const { $ref } = innermost(schema)
  return $ref ? lastPart($ref) : null
}

/** The schema inside «list of» and «or null». */
function innermost(schema: JsonSchema): JsonSchema {
  const options = (schema.anyOf ?? schema.oneOf ?? []).filter(({ type }) => type !== 'null')
  if (options.length === 1 && options[0]) return innermost(options[0])
  return schema.type === 'array' ? innermost(itemsOf(schema)) : schema
}

function isList(schema: JsonSchema): boolean {
  return schema.type === 'array' || (schema.anyOf ?? []).some(isList)
}

function itemsOf({ items }: JsonSchema): JsonSchema {
  return typeof items === 'object' && !Array.isArray(items) ? items : {}
}

function lastPart(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1)
}

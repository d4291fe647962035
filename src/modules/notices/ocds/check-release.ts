import { isObject, type JsonObject, lineAt, linesAt, objectsAt } from './json-object.ts'
import { type FieldRule, type ObjectRule, RELEASE_SCHEMA } from './release-schema.ts'

/** Where a release breaks a rule, and which. */
export type Fault = { readonly path: string; readonly problem: string }

/** Holds a release package, or a release, to the rules of OCDS 1.1: no faults, and it can be published. */
export function checkRelease(value: unknown, kind: 'Release' | 'Package' = 'Release'): readonly Fault[] {
  const releases = kind === 'Release' ? [value] : objectsAt(isObject(value) ? value : null, 'releases')
  return [
    ...checkObject(value, kind, ''),
    ...releases.flatMap((one) => (isObject(one) ? checkReferences(one) : [])),
  ]
}

function checkObject(value: unknown, kind: string, path: string): Fault[] {
  const schema = RELEASE_SCHEMA[kind]
  if (!schema) return [{ path, problem: `has no rules for ${kind}` }]
  if (!isObject(value)) return [{ path, problem: 'is no object' }]
  if (Object.keys(value).length === 0) return [{ path, problem: 'is empty' }]
  const missing = schema.required
    .filter((field) => !Object.hasOwn(value, field))
    .map((field) => ({ path: join(path, field), problem: 'is missing' }))
  const written = Object.entries(value).flatMap(([field, one]) => {
    const rule = ruleOf(schema, field)
    return rule
      ? checkField(one, rule, join(path, field))
      : [{ path: join(path, field), problem: 'is no field of OCDS' }]
  })
  return [...missing, ...written]
}

/** A text may have its translations beside it, as `title_en`. */
function ruleOf({ fields }: ObjectRule, field: string): FieldRule | null {
  if (Object.hasOwn(fields, field)) return fields[field] ?? null
  const [, translated] = /^(.+)_[a-z]{2}$/.exec(field) ?? []
  return translated && fields[translated] === 'text' ? 'text' : null
}

function checkField(value: unknown, rule: FieldRule, path: string): Fault[] {
  if (typeof rule === 'string')
    return SIMPLE[rule](value) ? [] : [{ path, problem: `is not ${rule}: ${shown(value)}` }]
  if ('code' in rule) {
    return rule.code.includes(String(value))
      ? []
      : [{ path, problem: `is not in the code list: ${shown(value)}` }]
  }
  if ('object' in rule) return checkObject(value, rule.object, path)
  if (!Array.isArray(value)) return [{ path, problem: 'is no list' }]
  if (value.length === 0) return [{ path, problem: 'is an empty list' }]
  const item = rule.list
  const kind = typeof item === 'object' && 'object' in item ? item.object : null
  const own = value.flatMap((one, at) => checkField(one, item, `${path}[${at}]`))
  return kind && !MAY_REPEAT.has(kind) ? [...own, ...checkUnique(value, path)] : own
}

/** What is identified by more than its id alone. */
const MAY_REPEAT = new Set([
  'Classification',
  'Address',
  'AwardCriterion',
  'SelectionCriterion',
  'CriterionNumber',
])

function checkUnique(list: readonly unknown[], path: string): Fault[] {
  const ids = list.filter(isObject).flatMap((one) => (Object.hasOwn(one, 'id') ? [String(one.id)] : []))
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
  return [...new Set(twice)].map((id) => ({ path, problem: `has the id ${shown(id)} more than once` }))
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/

const SIMPLE: Readonly<Record<Extract<FieldRule, string>, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && value !== '',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  flag: (value) => typeof value === 'boolean',
  instant: (value) => typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value)),
  address: (value) => typeof value === 'string' && URL.canParse(value),
}

/** What the schema says in words: who is referred to is described, and so are lots and awards. */
function checkReferences(release: JsonObject): Fault[] {
  const idsAt = (path: string) => new Set(objectsAt(release, path).flatMap((one) => lineAt(one, 'id') ?? []))
  const [parties, lots, awards] = [idsAt('parties'), idsAt('tender.lots'), idsAt('awards')]
  const suppliers = objectsAt(release, 'awards').flatMap((award) => objectsAt(award, 'suppliers'))
  const named = [
    ...objectsAt(release, 'buyer'),
    ...objectsAt(release, 'tender.procuringEntity'),
    ...suppliers,
  ]
  const unknown = (what: string, known: ReadonlySet<string>, ids: readonly (string | null)[]) =>
    ids
      .filter((id) => id !== null && !known.has(id))
      .map((id) => ({ path: what, problem: `${shown(id)} is not there` }))
  return [
    ...unknown(
      'parties',
      parties,
      named.map((one) => lineAt(one, 'id')),
    ),
    ...unknown('tender.lots', lots, [
      ...objectsAt(release, 'tender.items').map((item) => lineAt(item, 'relatedLot')),
      ...objectsAt(release, 'awards').flatMap((award) => linesAt(award, 'relatedLots')),
    ]),
    ...unknown(
      'awards',
      awards,
      objectsAt(release, 'contracts').map((one) => lineAt(one, 'awardID')),
    ),
  ]
}

function join(path: string, field: string): string {
  return path === '' ? field : `${path}.${field}`
}

function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 60) ?? 'nothing'
}

import { CaseContent, type CaseLevel } from '#src/modules/catalogue/contract.ts'
import type { Draft } from '#src/modules/sharing/draft.ts'
import {
  isObject,
  readAt,
  rowsAt,
  type TypedContent,
  type TypedRow,
  writeAt,
} from '#src/modules/sharing/typed-content.ts'
import type { Json } from '#src/platform/json.ts'
import type { FormPart, Rows } from './field.ts'
import { fromTyped } from './field-values.ts'
import { missingIn, ownRules, type Problem, toProblems } from './problems.ts'
import { PARTS } from './steps.ts'

export type ReadForm = {
  /** The case as it would be published; null as long as something is wrong or missing. */
  readonly content: CaseContent | null
  /** What has been told so far, for pointing at what is missing; its texts may be wrong. */
  readonly told: CaseContent
  readonly problems: readonly Problem[]
}

type Written = Pick<Draft, 'content' | 'size' | 'basedOn'>

/** What a case must have, before anybody has written anything. */
const EMPTY = {
  identity: { title: '', kind: 'procurement', themes: [] },
  who: { parties: [], suppliers: [], joint: false },
  steps: [],
  effects: [],
  lessons: [],
  provenance: { confidence: 'high', sources: [] },
} as const

/**
 * Understands what has been typed: the case it makes, or what is wrong and what is missing. The schema of the
 * catalogue decides what is wrong; the form adds what each size cannot do without. A correction need not tell more
 * than the case told before.
 */
export function readForm({ content: typed, size, basedOn }: Written, level: CaseLevel = size): ReadForm {
  const { told, kept } = understand(typed)
  const whole = writeAt(told, 'identity.level', level)
  const parsed = CaseContent.safeParse(whole)
  const wrong = parsed.success ? [] : toProblems(parsed.error.issues, { whole, kept })
  const missing = basedOn === null ? missingIn(typed, size) : []
  const problems = withoutRepeats([...wrong, ...missing, ...ownRules(typed)])
  return {
    content: parsed.success && problems.length === 0 ? parsed.data : null,
    // Only asked which parts there are, so that texts too long or numbers not understood do no harm.
    told: whole as unknown as CaseContent,
    problems,
  }
}

type Understood = {
  readonly told: TypedContent
  /** Which typed row each row of the case was, since empty ones are left out. */
  readonly kept: ReadonlyMap<string, readonly number[]>
}

function understand(typed: TypedContent): Understood {
  const kept = new Map<string, readonly number[]>()
  const meant = PARTS.reduce((content, part) => {
    if (part.kind !== 'rows') return writeAt(content, part.path, meaning(content, part))
    const rows = rowsAt(content, part.path).map((row) => readRow(row, part))
    kept.set(
      part.path,
      rows.flatMap((row, place) => (row ? [place] : [])),
    )
    return writeAt(
      content,
      part.path,
      rows.filter((row) => row !== null),
    )
  }, typed)
  return { told: withEmpty(pruned(meant) ?? {}), kept }
}

function meaning(content: TypedContent, part: Exclude<FormPart, Rows>): Json | undefined {
  return fromTyped(part, readAt(content, part.path))
}

/** Null for a row in which nothing is typed. */
function readRow(row: TypedRow, { fields }: Rows): TypedContent | null {
  const isEmpty = fields.every((field) => fromTyped(field, readAt(row, field.path)) === undefined)
  if (isEmpty) return null
  const read = fields.reduce(
    (content: TypedContent, field) =>
      writeAt(content, field.path, fromTyped(field, readAt(content, field.path))),
    row,
  )
  const { reference, within, ...own } = read
  const isSame = row.$named === undefined || row.$named === row.name
  return isSame ? read : own
}

/** Without the form's own names, and without blocks that nobody has written in. */
function pruned(value: TypedContent): TypedContent | undefined {
  const entries = Object.entries(value).flatMap(([name, inner]): [string, Json][] => {
    if (name.startsWith('$')) return []
    const kept = prunedValue(inner)
    return kept === undefined ? [] : [[name, kept]]
  })
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

function prunedValue(value: Json): Json | undefined {
  if (Array.isArray(value)) {
    const inner = value.map((one) => prunedValue(one)).filter((one) => one !== undefined)
    return inner.length > 0 ? inner : undefined
  }
  return isObject(value) ? pruned(value) : value
}

function withEmpty(content: TypedContent): TypedContent {
  const blocks = Object.entries(EMPTY).map(([name, empty]): [string, Json] => {
    const own = content[name]
    if (Array.isArray(empty)) return [name, own ?? []]
    return [name, { ...empty, ...(isObject(own) ? own : {}) }]
  })
  return { ...content, ...Object.fromEntries(blocks) }
}

function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ path }) => !seen.has(path) && seen.add(path))
}

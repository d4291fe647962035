import type { z } from 'zod'
import { isConfirmedByItself } from '#src/modules/catalogue/index.ts'
import type { DraftSize } from '#src/modules/sharing/contract.ts'
import { reaches } from '#src/modules/sharing/draft.ts'
import { readAt, rowsAt, type TypedContent, textAt } from '#src/modules/sharing/typed-content.ts'
import type { Json } from '#src/platform/json.ts'
import { fromTyped } from './field-values.ts'
import { looksPersonal, PRIVATE_PROVIDERS } from './mailbox.ts'
import { PARTS } from './steps.ts'

export const PROBLEM_REASONS = [
  'missing',
  'tooShort',
  'tooLong',
  'tooMany',
  'outside',
  'notNumber',
  'notDay',
  'notEmail',
  'notUrl',
  'notCpv',
  'notChoice',
  'notUnderstood',
  'yearsBackwards',
  'measuredNeedsMethod',
  'tooManyMain',
  'confirmedByItself',
  'privateMailbox',
  'personalMailbox',
] as const
export type ProblemReason = (typeof PROBLEM_REASONS)[number]

/** What is wrong with a field, or that it is missing; the words are `sharing.problem.<reason>`. */
export type Problem = {
  /** The name of the field in the form (`effects.0.grade`). */
  readonly path: string
  readonly reason: ProblemReason
  /** The limit that was passed. */
  readonly limit?: number
}

/** The problems of one page, in the order of its questions. */
export function problemsOf(
  problems: readonly Problem[],
  parts: readonly { readonly path: string }[],
): readonly Problem[] {
  return parts.flatMap((part) =>
    problems.filter(({ path }) => path === part.path || path.startsWith(`${part.path}.`)),
  )
}

type Read = { readonly whole: TypedContent; readonly kept: ReadonlyMap<string, readonly number[]> }

/** What the schema of the catalogue objects to, said of the fields that were typed. */
export function toProblems(issues: readonly z.core.$ZodIssue[], { whole, kept }: Read): readonly Problem[] {
  return issues.map((issue) => {
    const path = issue.path.map(String)
    return { path: fieldPath(path, kept), ...reasonOf(issue, valueAt(whole, path)) }
  })
}

/** Places in a list of texts belong to one field; places in rows are those of the typed rows. */
function fieldPath(path: readonly string[], kept: Read['kept']): string {
  for (const [rows, places] of kept) {
    const length = rows.split('.').length
    if (path.slice(0, length).join('.') !== rows) continue
    const place = places[Number(path[length])] ?? 0
    return [rows, place, fieldOfRow(rows, path.slice(length + 1).join('.'))].join('.')
  }
  const joined = path.join('.')
  return PARTS.find((part) => joined === part.path || joined.startsWith(`${part.path}.`))?.path ?? joined
}

/** What no field asks for is said of the first one, so that it is seen. */
function fieldOfRow(rows: string, path: string): string {
  const part = PARTS.find((one) => one.path === rows)
  const fields = part?.kind === 'rows' ? part.fields.map((field) => field.path) : []
  return fields.includes(path) ? path : (fields[0] ?? path)
}

function reasonOf(issue: z.core.$ZodIssue, value: Json | undefined): Omit<Problem, 'path'> {
  switch (issue.code) {
    case 'too_big':
      return { reason: sizeReason(issue.origin, 'tooLong'), limit: Number(issue.maximum) }
    case 'too_small':
      if (value === undefined || value === '') return { reason: 'missing' }
      return { reason: sizeReason(issue.origin, 'tooShort'), limit: Number(issue.minimum) }
    case 'invalid_type':
      return { reason: value === undefined ? 'missing' : 'notNumber' }
    case 'invalid_value':
      return { reason: value === undefined ? 'missing' : 'notChoice' }
    case 'invalid_format':
      return { reason: FORMATS[issue.format] ?? (issue.path.includes('cpv') ? 'notCpv' : 'notUnderstood') }
    case 'custom':
      return { reason: CUSTOM[issue.message] ?? 'notUnderstood' }
    default:
      return { reason: 'notUnderstood' }
  }
}

function sizeReason(origin: string, forText: ProblemReason): ProblemReason {
  if (origin === 'string') return forText
  return origin === 'array' ? 'tooMany' : 'outside'
}

const FORMATS: Readonly<Record<string, ProblemReason>> = {
  email: 'notEmail',
  url: 'notUrl',
  date: 'notDay',
}

/** The catalogue's own rules, by the name each gives its message. */
const CUSTOM: Readonly<Record<string, ProblemReason>> = {
  'catalogue.effect.measuredNeedsMethod': 'measuredNeedsMethod',
  'catalogue.effects.tooManyMain': 'tooManyMain',
  'catalogue.identity.yearsBackwards': 'yearsBackwards',
}

function valueAt(whole: TypedContent, path: readonly string[]): Json | undefined {
  let at: Json | undefined = whole
  for (const name of path)
    at = typeof at === 'object' && at !== null ? (at as { readonly [key: string]: Json })[name] : undefined
  return at
}

/** What the size cannot do without. */
export function missingIn(typed: TypedContent, size: DraftSize): readonly Problem[] {
  return PARTS.filter(({ neededFrom }) => neededFrom && reaches(size, neededFrom)).flatMap((part) => {
    const missing = (path: string): Problem[] => [{ path, reason: 'missing' }]
    if (part.path === 'effects' && hasOtherResult(typed)) return []
    if (part.kind !== 'rows')
      return fromTyped(part, readAt(typed, part.path)) === undefined ? missing(part.path) : []
    const [first] = part.fields
    const isTold = rowsAt(typed, part.path).some((row) =>
      part.fields.some((field) => fromTyped(field, readAt(row, field.path)) !== undefined),
    )
    return isTold || !first ? [] : missing(`${part.path}.0.${first.path}`)
  })
}

/** That there was no gain is a result, and that it stopped is one too. */
function hasOtherResult(typed: TypedContent): boolean {
  const reasons = readAt(typed, 'stopped.reasons')
  return textAt(typed, 'noBenefit.reason').trim() !== '' || (Array.isArray(reasons) && reasons.length > 0)
}

/** An effect is confirmed by somebody else than the one who led the project or owns the gain. */
function confirmations(typed: TypedContent): readonly Problem[] {
  return rowsAt(typed, 'effects').flatMap((row, place): Problem[] =>
    isConfirmedByItself({ confirmedBy: textAt(row, 'confirmedBy'), owner: textAt(row, 'owner') })
      ? [{ path: `effects.${place}.confirmedBy`, reason: 'confirmedByItself' }]
      : [],
  )
}

/** What the form asks beyond the catalogue: who confirms, and who answers. */
export function ownRules(typed: TypedContent): readonly Problem[] {
  return [...mailboxRules(typed), ...confirmations(typed)]
}

/** Most readers never sign in, so what is shown to all is a box that several read, and not a person's address. */
function mailboxRules(typed: TypedContent): readonly Problem[] {
  const address = textAt(typed, 'reuse.mailbox').trim().toLowerCase()
  const path = 'reuse.mailbox'
  if (PRIVATE_PROVIDERS.test(address)) return [{ path, reason: 'privateMailbox' }]
  const isShared = textAt(typed, 'reuse.$shared') === 'true'
  return looksPersonal(address) && !isShared ? [{ path, reason: 'personalMailbox' }] : []
}

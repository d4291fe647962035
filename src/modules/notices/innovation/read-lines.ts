import type { Span } from './matcher.ts'
import type { Part, Sequence } from './pattern.ts'
import type { FalseFriend, TextRule } from './rule.ts'
import type { Looked, RuleReader } from './rule-reader.ts'
import type { Sentence } from './sentences.ts'

type Found = ReadonlyMap<Sequence, readonly Span[]>
type Taken = { readonly conditions: readonly string[]; readonly span: Span }

/** A sentence with what was found in it, and what of that a false friend takes back. */
export type Line = { readonly sentence: Sentence; readonly found: Found; readonly taken: readonly Taken[] }

export type Where = { readonly formType: string | null; readonly path: string }

/** A row, and from which sentence to which it was met. */
export type Met = { readonly row: TextRule; readonly from: number; readonly to: number }

/** As far as two sentences can stand from each other and still be read together. */
const NEAR = 2

const WHOLE: Span = { start: 0, end: Number.POSITIVE_INFINITY }

export function readLines(
  reader: RuleReader,
  sentences: readonly Sentence[],
  { path }: Where,
): readonly Line[] {
  const found = sentences.map(({ words }) => reader.matcher.find(words))
  const here: Taken[][] = sentences.map(() => [])
  for (const [at, one] of found.entries()) {
    for (const { row, pattern } of begunIn(reader.falseFriends, one)) {
      if (!standsIn(row, path) || !pattern.flat().every((sequence) => one.has(sequence))) continue
      here[at]?.push(...takenBack(row, pattern.flat(), one))
      if (row.scope !== 'earlier') continue
      for (let before = Math.max(0, at - NEAR); before < at; before += 1)
        here[before]?.push({ conditions: row.cancels, span: WHOLE })
    }
  }
  return sentences.map((sentence, at) => ({
    sentence,
    found: found[at] ?? new Map(),
    taken: here[at] ?? [],
  }))
}

/** The rows that are met in one sentence and those near it, those left out that a false friend takes back. */
export function rowsMet(
  reader: RuleReader,
  lines: readonly Line[],
  { at, where }: { readonly at: number; readonly where: Where },
): readonly Met[] {
  const line = lines[at]
  if (!line) return []
  const met = new Map<TextRule, Met>()
  for (const { row, pattern } of begunIn(reader.rules, line.found)) {
    if (met.has(row) || !belongs(row, where)) continue
    const [first, ...others] = pattern
    if (!first || !isMet(first, line, row)) continue
    const places = others.map((part) => nearest(part, lines, { at, row }))
    if (places.includes(null)) continue
    const all = [at, ...places.filter((place) => place !== null)]
    met.set(row, { row, from: Math.min(...all), to: Math.max(...all) })
  }
  return [...met.values()]
}

/** The patterns of which the beginning was found; the rest need not be looked at. */
function begunIn<Row>({ byBeginning }: Looked<Row>, found: Found) {
  return found.size === 0 ? [] : [...found.keys()].flatMap((sequence) => byBeginning.get(sequence) ?? [])
}

function nearest(
  part: Part,
  lines: readonly Line[],
  { at, row }: { readonly at: number; readonly row: TextRule },
): number | null {
  for (let away = 0; away <= NEAR; away += 1) {
    for (const place of [at + away, at - away]) {
      const line = lines[place]
      if (line && isMet(part, line, row)) return place
    }
  }
  return null
}

function isMet(part: Part, { found, taken }: Line, { condition }: TextRule): boolean {
  const against = taken.filter(({ conditions }) => conditions.includes(condition))
  return part.every((sequence) =>
    found.get(sequence)?.some((span) => !against.some((one) => overlaps(one.span, span))),
  )
}

function takenBack({ scope, cancels }: FalseFriend, part: Part, found: Found): Taken[] {
  if (scope !== 'words') return [{ conditions: cancels, span: WHOLE }]
  return part.flatMap((sequence) =>
    (found.get(sequence) ?? []).map((span) => ({ conditions: cancels, span })),
  )
}

function belongs(row: TextRule, { formType, path }: Where): boolean {
  if (row.forms && formType !== null && !row.forms.includes(formType)) return false
  return standsIn(row, path)
}

function standsIn({ places }: TextRule | FalseFriend, path: string): boolean {
  return !places || places.some((place) => path.includes(place))
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

import { firstWordsOf, NUMBER, type Sequence, type Step, type WordStep } from './pattern.ts'
import type { SentenceWord } from './sentences.ts'

/** Words from `start` to before `end`. */
export type Span = { readonly start: number; readonly end: number }

/** Where each of many sequences stands in a sentence, found in one pass over its words. */
export type Matcher = {
  readonly find: (words: readonly SentenceWord[]) => ReadonlyMap<Sequence, readonly Span[]>
}

type Families = { readonly of: (word: string) => ReadonlySet<WordStep> }

const CACHED_WORDS = 50_000
const NONE: ReadonlySet<WordStep> = new Set()

/** A sequence with the words it cannot do without. */
type Sought = { readonly sequence: Sequence; readonly needs: readonly WordStep[] }

export function createMatcher(sequences: readonly Sequence[]): Matcher {
  const families = createFamilies([...wordsIn(sequences)])
  const beginning = byFirstWord(new Set(sequences))
  return {
    find: (words) => {
      const known = words.map(({ folded }) => families.of(folded))
      const present = new Set(known.flatMap((steps) => [...steps]))
      const line = { words, known }
      const found = new Map<Sequence, Span[]>()
      const triedAt = new Map<Sought, number>()
      for (const [start, steps] of known.entries()) {
        for (const step of steps) {
          for (const sought of beginning.get(step) ?? []) {
            if (triedAt.get(sought) === start) continue
            triedAt.set(sought, start)
            if (!sought.needs.every((need) => present.has(need))) continue
            const end = endOf(sought.sequence, line, { at: start, from: 0 })
            if (end !== null) add(found, sought.sequence, { start, end })
          }
        }
      }
      return found
    },
  }
}

function byFirstWord(sequences: Iterable<Sequence>): ReadonlyMap<WordStep, readonly Sought[]> {
  const beginning = new Map<WordStep, Sought[]>()
  for (const sequence of sequences) {
    const needs = sequence.slice(1).filter((step) => step.kind === 'word')
    for (const first of firstWordsOf(sequence[0])) add(beginning, first, { sequence, needs })
  }
  return beginning
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

type Line = { readonly words: readonly SentenceWord[]; readonly known: readonly ReadonlySet<WordStep>[] }

type Place = { readonly at: number; readonly from: number }
type Then = (at: number) => number | null

const ends: Then = (at) => at

/** Where the sequence ends when it begins here, the shortest way; null when it does not. */
function endOf(steps: Sequence, line: Line, { at, from }: Place, then: Then = ends): number | null {
  const step = steps[from]
  if (!step) return then(at)
  if (step.kind === 'word')
    return line.known[at]?.has(step) ? endOf(steps, line, { at: at + 1, from: from + 1 }, then) : null
  if (step.kind === 'gap') return afterGap(steps, line, { at, from }, then)
  const rest: Then = (end) => endOf(steps, line, { at: end, from: from + 1 }, then)
  for (const first of line.known[at] ?? []) {
    for (const option of step.byFirst.get(first) ?? []) {
      const end =
        option.length === 1 && option[0] === first ? rest(at + 1) : endOf(option, line, { at, from: 0 }, rest)
      if (end !== null) return end
    }
  }
  return null
}

function afterGap(steps: Sequence, line: Line, { at, from }: Place, then: Then): number | null {
  const [gap, next] = [steps[from], steps[from + 1]]
  if (gap?.kind !== 'gap') return null
  for (let skipped = 0; skipped <= gap.most && at + skipped < line.words.length; skipped += 1) {
    if (gap.sameClause && line.words[at + skipped]?.startsClause) return null
    if (next?.kind === 'word' && !line.known[at + skipped]?.has(next)) continue
    const end = endOf(steps, line, { at: at + skipped, from: from + 1 }, then)
    if (end !== null) return end
  }
  return null
}

function wordsIn(sequences: Iterable<Sequence>): ReadonlySet<WordStep> {
  const words = new Set<WordStep>()
  const seen = new Set<Step>()
  const look = (step: Step) => {
    if (seen.has(step)) return
    seen.add(step)
    if (step.kind === 'word') words.add(step)
    if (step.kind === 'either') for (const options of step.byFirst.values()) options.flat().forEach(look)
  }
  for (const sequence of sequences) sequence.forEach(look)
  return words
}

/** Which steps a word satisfies; remembered, because notices use the same words again and again. */
function createFamilies(steps: readonly WordStep[]): Families {
  const forms = { whole: new Map(), start: new Map(), end: new Map(), middle: new Map() } satisfies Record<
    string,
    Map<string, WordStep[]>
  >
  for (const step of steps) {
    for (const form of step.forms) {
      const core = form.replaceAll('*', '')
      const kind = form.endsWith('*')
        ? form.startsWith('*')
          ? 'middle'
          : 'start'
        : form.startsWith('*')
          ? 'end'
          : 'whole'
      const table: Map<string, WordStep[]> = forms[kind]
      table.set(core, [...(table.get(core) ?? []), step])
    }
  }
  const numbers = forms.whole.get(NUMBER) ?? []
  const remembered = new Map<string, ReadonlySet<WordStep>>()
  const of = (word: string) => {
    const before = remembered.get(word)
    if (before) return before
    const met = new Set<WordStep>(forms.whole.get(word))
    if (/^\d/.test(word)) for (const step of numbers) met.add(step)
    for (let cut = 1; cut <= word.length; cut += 1) {
      for (const step of forms.start.get(word.slice(0, cut)) ?? []) met.add(step)
      for (const step of forms.end.get(word.slice(word.length - cut)) ?? []) met.add(step)
    }
    for (const [core, owners] of forms.middle) if (word.includes(core)) for (const one of owners) met.add(one)
    const answer = met.size > 0 ? met : NONE
    if (remembered.size >= CACHED_WORDS) remembered.clear()
    remembered.set(word, answer)
    return answer
  }
  return { of }
}

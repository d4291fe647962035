import type { Pattern, Sequence, Step } from './pattern.ts'
import type { SentenceWord } from './sentences.ts'

/** Words from `start` to before `end`. */
export type Span = { readonly start: number; readonly end: number }

/** Where each sequence of many patterns stands in a sentence, found in one pass over its words. */
export type Matcher = {
  readonly find: (words: readonly SentenceWord[]) => ReadonlyMap<Sequence, readonly Span[]>
}

type WordStep = Extract<Step, { kind: 'word' }>
type Families = { readonly of: (word: string) => ReadonlySet<WordStep> }

const CACHED_WORDS = 50_000
const NONE: ReadonlySet<WordStep> = new Set()

export function createMatcher(patterns: readonly Pattern[]): Matcher {
  const sequences = patterns.flat()
  const families = createFamilies(sequences.flatMap(wordsOf))
  const beginning = new Map<WordStep, Sequence[]>()
  for (const sequence of sequences) {
    for (const step of firstWordsOf(sequence[0]))
      beginning.set(step, [...(beginning.get(step) ?? []), sequence])
  }
  return {
    find: (words) => {
      const known = words.map(({ folded }) => families.of(folded))
      const found = new Map<Sequence, Span[]>()
      for (const [start, steps] of known.entries()) {
        const tried = new Set<Sequence>()
        for (const step of steps) {
          for (const sequence of beginning.get(step) ?? []) {
            if (tried.has(sequence)) continue
            tried.add(sequence)
            const end = endOf(sequence, { words, known }, start)
            if (end !== null) found.set(sequence, [...(found.get(sequence) ?? []), { start, end }])
          }
        }
      }
      return found
    },
  }
}

type Line = { readonly words: readonly SentenceWord[]; readonly known: readonly ReadonlySet<WordStep>[] }

/** Where the sequence ends when it begins here, the shortest way; null when it does not. */
function endOf(steps: Sequence, line: Line, at: number, from = 0): number | null {
  const step = steps[from]
  if (!step) return at
  if (step.kind === 'word') {
    return line.known[at]?.has(step) ? endOf(steps, line, at + 1, from + 1) : null
  }
  if (step.kind === 'either') {
    for (const option of step.options) {
      const [first] = option
      if (first?.kind === 'word' && !line.known[at]?.has(first)) continue
      const end = endOf([...option, ...steps.slice(from + 1)], line, at)
      if (end !== null) return end
    }
    return null
  }
  for (let skipped = 0; skipped <= step.most && at + skipped < line.words.length; skipped += 1) {
    if (step.sameClause && line.words[at + skipped]?.startsClause) return null
    const end = endOf(steps, line, at + skipped, from + 1)
    if (end !== null) return end
  }
  return null
}

function wordsOf(sequence: Sequence): readonly WordStep[] {
  return sequence.flatMap((step) =>
    step.kind === 'word' ? [step] : step.kind === 'either' ? step.options.flatMap(wordsOf) : [],
  )
}

function firstWordsOf(step: Step | undefined): readonly WordStep[] {
  if (step?.kind === 'word') return [step]
  return step?.kind === 'either' ? step.options.flatMap((option) => firstWordsOf(option[0])) : []
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
  const remembered = new Map<string, ReadonlySet<WordStep>>()
  const of = (word: string) => {
    const before = remembered.get(word)
    if (before) return before
    const met = new Set<WordStep>(forms.whole.get(word))
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

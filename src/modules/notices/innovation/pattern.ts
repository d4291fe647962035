import { fold } from '#src/text/fold.ts'

/**
 * How a row says what it looks for, in one sentence and in small letters:
 *
 * `funksjonskrav` the word · `leverandør*` its beginning · `*krav` its end · `#` a number · `{supplier}` one of a list ·
 * `a|b` either word · `(a b / c)` either phrase · `..` at most five words more, in the same clause · `...` at most fourteen words more ·
 * ` + ` and, anywhere in the same sentence · ` & ` and, in the same sentence or one near it.
 */
export type WordStep = { readonly kind: 'word'; readonly forms: readonly string[] }
type Gap = { readonly kind: 'gap'; readonly most: number; readonly sameClause: boolean }
type Either = { readonly kind: 'either'; readonly byFirst: ReadonlyMap<WordStep, readonly Sequence[]> }

export type Step = WordStep | Gap | Either

export type Sequence = readonly Step[]

/** How a pattern says «a number», whichever. */
export const NUMBER = '#'

/** What must all be met in one sentence, each on its own. */
export type Part = readonly Sequence[]

/** The first part is met in a sentence, the others in it or in one near it. */
export type Pattern = readonly Part[]

type Lists = (name: string) => readonly string[]

/** Reads patterns; what is written alike is one and the same step or sequence, so that it is looked for once. */
export function patternReader(lists: Lists): (text: string) => Pattern {
  const sequences = new Map<string, Sequence>()
  const steps = new Map<string, Step>()
  const sequence = (text: string): Sequence => remember(sequences, text, () => readSequence(text, step))
  const step = (item: string): Step => remember(steps, item, () => readStep(item, { lists, sequence }))
  return (text) => text.split(' & ').map((part) => part.split(' + ').map(sequence))
}

/** The words a step can begin with. */
export function firstWordsOf(step: Step | undefined): readonly WordStep[] {
  if (step?.kind === 'word') return [step]
  return step?.kind === 'either' ? [...step.byFirst.keys()] : []
}

function readSequence(text: string, step: (item: string) => Step): Sequence {
  const items = text.match(/\([^)]*\)|\S+/g) ?? []
  const steps = items.map(step)
  if (steps[0]?.kind === 'gap' || steps.at(-1)?.kind === 'gap' || steps.length === 0)
    throw new Error(`A pattern begins and ends with a word: «${text}»`)
  return steps
}

type Known = { readonly lists: Lists; readonly sequence: (text: string) => Sequence }

function readStep(item: string, { lists, sequence }: Known): Step {
  if (item === '..') return { kind: 'gap', most: 5, sameClause: true }
  if (item === '...') return { kind: 'gap', most: 14, sameClause: false }
  if (item.startsWith('(')) return either(item.slice(1, -1).split(' / ').map(sequence))
  const choices = item.split('|')
  const words = choices.filter((one) => !one.startsWith('{')).map(foldForm)
  const listed = choices.flatMap((one) => (one.startsWith('{') ? lists(one.slice(1, -1)) : []))
  const single = listed.filter((one) => !/[\s{]/.test(one)).map(foldForm)
  const phrases = listed.filter((one) => /[\s{]/.test(one)).map(sequence)
  const word: Step = { kind: 'word', forms: [...words, ...single] }
  if (phrases.length === 0) return word
  return either(word.forms.length > 0 ? [[word], ...phrases] : phrases)
}

function either(options: readonly Sequence[]): Step {
  const byFirst = new Map<WordStep, Sequence[]>()
  for (const option of options)
    for (const first of firstWordsOf(option[0])) byFirst.set(first, [...(byFirst.get(first) ?? []), option])
  return { kind: 'either', byFirst }
}

function remember<Value>(known: Map<string, Value>, text: string, read: () => Value): Value {
  const before = known.get(text)
  if (before) return before
  const value = read()
  known.set(text, value)
  return value
}

function foldForm(form: string): string {
  if (!/^\*?[^*{}|]+\*?$/.test(form)) throw new Error(`Not a word of a pattern: «${form}»`)
  const [, start, core = '', end] = /^(\*?)([^*]+)(\*?)$/.exec(form) ?? []
  return `${start}${fold(core)}${end}`
}

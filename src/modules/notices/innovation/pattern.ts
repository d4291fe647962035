import { fold } from '#src/text/fold.ts'

/**
 * How a row says what it looks for, in one sentence and in small letters:
 *
 * `funksjonskrav` the word · `leverandør*` its beginning · `*krav` its end · `{supplier}` one of a list ·
 * `a|b` either word · `(a b / c)` either phrase · `..` at most five words more, in the same clause · `...` at most fourteen words more ·
 * ` + ` and, anywhere in the same sentence.
 */
export type Step =
  | { readonly kind: 'word'; readonly forms: readonly string[] }
  | { readonly kind: 'gap'; readonly most: number; readonly sameClause: boolean }
  | { readonly kind: 'either'; readonly options: readonly Sequence[] }

export type Sequence = readonly Step[]

/** What must all be met in one sentence, each on its own. */
export type Pattern = readonly Sequence[]

type Lists = (name: string) => readonly string[]

export function readPattern(text: string, lists: Lists): Pattern {
  return text.split(' + ').map((part) => readSequence(part, lists))
}

function readSequence(text: string, lists: Lists): Sequence {
  const items = text.match(/\([^)]*\)|\S+/g) ?? []
  const steps = items.map((item) => readStep(item, lists))
  if (steps[0]?.kind === 'gap' || steps.at(-1)?.kind === 'gap' || steps.length === 0)
    throw new Error(`A pattern begins and ends with a word: «${text}»`)
  return steps
}

function readStep(item: string, lists: Lists): Step {
  if (item === '..') return { kind: 'gap', most: 5, sameClause: true }
  if (item === '...') return { kind: 'gap', most: 14, sameClause: false }
  if (item.startsWith('(')) {
    const options = item.slice(1, -1).split(' / ')
    return { kind: 'either', options: options.map((one) => readSequence(one, lists)) }
  }
  const choices = item.split('|')
  const words = choices.filter((one) => !one.startsWith('{')).map(foldForm)
  const listed = choices.flatMap((one) => (one.startsWith('{') ? lists(one.slice(1, -1)) : []))
  const single = listed.filter((one) => !/[\s{]/.test(one)).map(foldForm)
  const phrases = listed.filter((one) => /[\s{]/.test(one)).map((one) => readSequence(one, lists))
  const word: Step = { kind: 'word', forms: [...words, ...single] }
  if (phrases.length === 0) return word
  return { kind: 'either', options: word.forms.length > 0 ? [[word], ...phrases] : phrases }
}

function foldForm(form: string): string {
  if (!/^\*?[^*{}]+\*?$/.test(form)) throw new Error(`Not a word of a pattern: «${form}»`)
  const [, start, core = '', end] = /^(\*?)([^*]+)(\*?)$/.exec(form) ?? []
  return `${start}${fold(core)}${end}`
}

import type { Filter, Question } from '#src/search-index/index.ts'
import type { Analyser } from '#src/text/analysis.ts'
import { documentAt, type Random } from './corpus.ts'

export type Asked = {
  readonly text: string
  readonly question: Question
  readonly filters: readonly Filter[]
}

export type Asking = { readonly random: Random; readonly documents: number; readonly analyser: Analyser }

/** One to three words out of some document, half of the time with a filter or two: what people type. */
export function shortQuestion(asking: Asking): Asked {
  const words = someWords(asking, 1 + Math.floor(asking.random() * 3))
  return toAsked(asking, words)
}

/** Eight to fourteen words out of some document: a need that is described. */
export function longQuestion(asking: Asking): Asked {
  return toAsked(asking, someWords(asking, 8 + Math.floor(asking.random() * 7)))
}

function toAsked({ random, analyser }: Asking, words: readonly string[]): Asked {
  const text = words.join(' ')
  const filters: Filter[] = []
  if (random() < 0.5) filters.push({ attribute: 'county', values: ['01', '03'] })
  if (random() < 0.25) filters.push({ attribute: 'year', values: ['2024', '2025'] })
  return { text, question: { words: analyser.query(text, 'nb'), phrases: [], excluded: [] }, filters }
}

function someWords({ random, documents, analyser }: Asking, count: number): string[] {
  const { texts } = documentAt(Math.floor(random() * documents))
  const text = `${texts.title} ${texts.summary} ${texts.body}`
  const content = [...new Set(analyser.document(text, 'nb').map(({ start, end }) => text.slice(start, end)))]
  return Array.from({ length: count }, () => content[Math.floor(random() * content.length)] ?? '')
}

/** A word as it is while it is typed, or with a letter wrong. */
export function typedWord(asking: Asking): { readonly beginning: string; readonly mistaken: string } {
  const [word = 'kommune'] = someWords(asking, 1)
  const at = 1 + Math.floor(asking.random() * Math.max(1, word.length - 2))
  return {
    beginning: word.slice(0, Math.max(2, Math.ceil(word.length * asking.random()))),
    mistaken: word.slice(0, at) + word.slice(at + 1),
  }
}

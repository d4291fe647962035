import { completeWord, correctWord, findSimilar, highlight, searchIndex } from '#src/search-index/index.ts'
import { BENCH_ANALYSER } from './bench-analyser.ts'
import { documentAt, idOf, randomFrom } from './corpus.ts'
import { type Figures, figures } from './figures.ts'
import { openIndex, readShared } from './open-index.ts'
import { type Asked, type Asking, longQuestion, shortQuestion, typedWord } from './questions.ts'

/** Opens a snapshot in a process of its own and measures what readers would wait for. */
const [documents, file] = [Number(process.argv[2]), process.argv[3] ?? '']
const FACETS = ['type', 'theme', 'county', 'municipality', 'procedure', 'year']
const ROUNDS = Number(process.argv[4] ?? 400)

const begun = performance.now()
const index = openIndex(readShared(file))
const openMs = performance.now() - begun
const openedMegabytes = process.memoryUsage().rss / 2 ** 20
const asking: Asking = { random: randomFrom(4711), documents, analyser: BENCH_ANALYSER }

function answer(asked: Asked) {
  return searchIndex(index, { ...asked, reader: [], facets: FACETS, limit: 20 })
}

function show(answered: ReturnType<typeof answer>, texts: readonly ReturnType<typeof textsOf>[]) {
  return texts.map((shown) => highlight(shown, answered.plan, BENCH_ANALYSER.document))
}

/** The documents are the caller's: what it costs to fetch them is not measured. */
function textsOf(id: string) {
  const { texts, language } = documentAt(Number(id.slice(7)))
  return { language, title: String(texts.title), texts: [String(texts.summary), String(texts.body)] }
}

function measure(work: () => () => void): Figures {
  for (let round = 0; round < 150; round += 1) work()()
  return figures(
    Array.from({ length: ROUNDS }, () => {
      const run = work()
      const start = performance.now()
      run()
      return performance.now() - start
    }),
  )
}

/** No question at all. */
function askEverything(): void {
  const question = { words: [], phrases: [], excluded: [] }
  searchIndex(index, { question, reader: [], facets: FACETS, limit: 20 })
}

const before = performance.now()
askEverything()
const everythingFirstMs = performance.now() - before

let [totals, facetted] = [0, 0]
function questions(make: (asking: Asking) => Asked, shown: boolean): Figures {
  return measure(() => {
    const asked = make(asking)
    const texts = shown ? answer(asked).hits.map(({ id }) => textsOf(id)) : []
    return () => {
      const answered = answer(asked)
      totals += answered.total
      facetted += 1
      if (shown) show(answered, texts)
    }
  })
}

const result = {
  openMs,
  openedMegabytes,
  short: questions(shortQuestion, false),
  shortShown: questions(shortQuestion, true),
  long: questions(longQuestion, false),
  longShown: questions(longQuestion, true),
  everythingFirstMs,
  everything: measure(() => askEverything),
  complete: measure(() => {
    const { beginning } = typedWord(asking)
    return () => void completeWord(index, beginning, 8)
  }),
  titles: measure(() => {
    const { beginning } = typedWord(asking)
    const question = { words: [], phrases: [], excluded: [], typing: { prefix: beginning, group: 0 } }
    return () => void searchIndex(index, { question, reader: [], within: 'title', limit: 5 })
  }),
  correct: measure(() => {
    const { mistaken } = typedWord(asking)
    return () => void correctWord(index, mistaken)
  }),
  similar: measure(() => {
    const document = documentAt(Math.floor(asking.random() * documents))
    return () =>
      void findSimilar(index, {
        ...document,
        id: idOf(Number(document.id.slice(7))),
        analyse: BENCH_ANALYSER.document,
        reader: [],
        shared: [{ attribute: 'theme', worth: 1 }],
        limit: 6,
      })
  }),
  residentMegabytes: process.memoryUsage().rss / 2 ** 20,
  averageTotal: Math.round(totals / facetted),
}
console.log(JSON.stringify(result))

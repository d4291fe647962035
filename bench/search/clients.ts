import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { highlight, type SearchIndex, searchIndex } from '#src/search-index/index.ts'
import { BENCH_ANALYSER } from './bench-analyser.ts'
import { documentAt, randomFrom } from './corpus.ts'
import { openIndex, readShared } from './open-index.ts'
import { shortQuestion } from './questions.ts'

/** Eight clients that ask again as soon as they are answered, two threads that answer out of one shared snapshot. */
const CLIENTS = 8
const THREADS = 2
const SECONDS = 5
const FACETS = ['type', 'theme', 'county', 'municipality', 'procedure', 'year']

type Shared = { readonly bytes: Uint8Array; readonly documents: number }

if (isMainThread) await main(Number(process.argv[2]), process.argv[3] ?? '')
else serve(workerData as Shared)

async function main(documents: number, file: string): Promise<void> {
  const shared: Shared = { bytes: readShared(file), documents }
  const threads = Array.from(
    { length: THREADS },
    () => new Worker(new URL(import.meta.url), { workerData: shared }),
  )
  await Promise.all(threads.map((thread) => new Promise((ready) => thread.once('message', ready))))
  for (const seconds of [1, SECONDS]) {
    const until = performance.now() + seconds * 1000
    const answered = await Promise.all(
      Array.from({ length: CLIENTS }, (_, client) => ask(threads, client, until)),
    )
    const all = answered.reduce((sum, one) => sum + one, 0)
    if (seconds === SECONDS) console.log(JSON.stringify({ questionsASecond: all / SECONDS }))
  }
  await Promise.all(threads.map((thread) => thread.terminate()))
}

function ask(threads: readonly Worker[], client: number, until: number): Promise<number> {
  const thread = threads[client % threads.length]
  return new Promise((resolve) => {
    let answered = 0
    const next = () => thread?.postMessage({ client, seed: client * 1_000_000 + answered })
    thread?.on('message', (answer: { client?: number }) => {
      if (answer.client !== client) return
      answered += 1
      if (performance.now() < until) next()
      else resolve(answered)
    })
    next()
  })
}

function serve({ bytes, documents }: Shared): void {
  const index = openIndex(bytes)
  parentPort?.on('message', ({ client, seed }: { client: number; seed: number }) => {
    parentPort?.postMessage({ client, hits: answer(index, documents, seed) })
  })
  parentPort?.postMessage({})
}

/** Writing the twenty documents and their question is part of it; both are made, not fetched. */
function answer(index: SearchIndex, documents: number, seed: number) {
  const asked = shortQuestion({ random: randomFrom(seed), documents, analyser: BENCH_ANALYSER })
  const { hits, plan } = searchIndex(index, { ...asked, reader: [], facets: FACETS, limit: 20 })
  return hits.map(({ id }) => {
    const { texts, language } = documentAt(Number(id.slice(7)))
    const shown = { language, title: String(texts.title), texts: [String(texts.summary), String(texts.body)] }
    return highlight(shown, plan, BENCH_ANALYSER.document)
  })
}

import pg from 'pg'
import { searchIndex } from '#src/search-index/index.ts'
import { startPostgres } from '#src/testing/start-postgres.ts'
import { BENCH_ANALYSER } from './bench-analyser.ts'
import { randomFrom } from './corpus.ts'
import { figures } from './figures.ts'
import { openIndex, readShared } from './open-index.ts'
import { bestSql, plainSql, type Sql } from './postgres-questions.ts'
import { loadDocuments } from './postgres-schema.ts'
import { type Asked, type Asking, longQuestion, shortQuestion } from './questions.ts'

/**
 * The same documents and the same questions in PostgreSQL, with six facets and twenty texts marked. Both must find as
 * many, or the times say nothing.
 */
const [documents, file, rounds] = [
  Number(process.argv[2]),
  process.argv[3] ?? '',
  Number(process.argv[4] ?? 400),
]
const WARMING = 50

const postgres = await startPostgres()
// One reader, with what helps: no compiling of statements, room to sort in memory.
const client = new pg.Client({ connectionString: postgres.url, options: '-c jit=off -c work_mem=64MB' })
await client.connect()
const begun = performance.now()
await loadDocuments(client, documents)
const loadSeconds = (performance.now() - begun) / 1000
const asking = (): Asking => ({ random: randomFrom(4711), documents, analyser: BENCH_ANALYSER })

type Kind = {
  readonly make: (asking: Asking) => Asked
  readonly toSql: (asked: Asked) => Sql
  readonly name: string
}

async function ask({ toSql, name }: Kind, asked: Asked) {
  const { text, values } = toSql(asked)
  const { rows } = await client.query<{ total: number | null }>({ name, text, values: [...values] })
  return rows[0]?.total ?? 0
}

async function measure(kind: Kind) {
  const from = asking()
  const times: number[] = []
  for (let round = 0; round < WARMING + rounds; round += 1) {
    const asked = kind.make(from)
    const start = performance.now()
    await ask(kind, asked)
    if (round >= WARMING) times.push(performance.now() - start)
  }
  return figures(times)
}

/** How many of fifty short questions each way finds another number for than our index. */
async function disagreements(kinds: readonly Kind[]): Promise<number> {
  const index = openIndex(readShared(file))
  const from = asking()
  let differing = 0
  for (let round = 0; round < 50; round += 1) {
    const asked = shortQuestion(from)
    const { total } = searchIndex(index, { ...asked, reader: [], words: 'all', limit: 20 })
    for (const kind of kinds) if ((await ask(kind, asked)) !== total) differing += 1
  }
  return differing
}

const shortPlain: Kind = { make: shortQuestion, toSql: plainSql, name: 'plain' }
const shortBest: Kind = { make: shortQuestion, toSql: bestSql, name: 'best' }
const result = {
  sqlLoadSeconds: loadSeconds,
  sqlDisagreements: await disagreements([shortPlain, shortBest]),
  shortPlain: await measure(shortPlain),
  shortBest: await measure(shortBest),
  longPlain: await measure({ ...shortPlain, make: longQuestion }),
  longBest: await measure({ ...shortBest, make: longQuestion }),
}
await client.end()
await postgres.stop()
console.log(JSON.stringify(result))

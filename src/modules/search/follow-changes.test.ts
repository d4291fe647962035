import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '#src/platform/database.ts'
import { EVERYTHING, searchIndex } from '#src/search-index/index.ts'
import { withDatabase } from '#src/testing/database.ts'
import { createAnalysis } from './analysis.ts'
import { createSearch } from './create-search.ts'
import { createFollower, type Follower } from './follow-changes.ts'
import { schemaFor } from './index-schema.ts'
import { aDocument, memorySource, recordChange } from './memory-source.ts'
import { type SegmentWork, workHere } from './segment-work.ts'

const DOCUMENTS = Array.from({ length: 40 }, (_, place) =>
  aDocument({ id: `case-${place}`, title: `Brannbil nummer ${place}`, body: 'Stigebil til brannvesenet' }),
)
const ANALYSIS = createAnalysis([])

type Place = {
  readonly db: Database
  readonly folder: string
  /** A follower as it is after a start of the program, and how many documents it had to make anew. */
  readonly start: (analysis?: string) => Promise<Started>
}
type Started = {
  readonly follower: Follower
  readonly made: () => number
  readonly reasons: readonly unknown[]
}

/** A database with documents and a snapshot of their index. */
async function withSnapshot(work: (place: Place) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'search-index-'))
  try {
    await withDatabase(async (db) => {
      await createSearch({ db, sources: [memorySource('case', DOCUMENTS)] }).rebuild()
      const start = (analysis?: string) => startFollower(db, folder, analysis)
      const { follower } = await start()
      await follower.settle()
      await work({ db, folder, start })
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function startFollower(
  db: Database,
  folder: string,
  analysis = ANALYSIS.fingerprint,
): Promise<Started> {
  const schema = schemaFor(analysis)
  const here = workHere(schema, ANALYSIS)
  let made = 0
  const work: SegmentWork = {
    ...here,
    build: (documents) => {
      made += documents.length
      return here.build(documents)
    },
  }
  const reasons: unknown[] = []
  const log = {
    info: (data: object) => reasons.push(...Object.values(data)),
    error: (data: object) => reasons.push(data),
  }
  const follower = createFollower({ db, schema, work, folder, log })
  await follower.follow()
  return { follower, made: () => made, reasons }
}

function idsIn({ follower }: Started): readonly string[] {
  const { hits } = searchIndex(follower.index(), { question: EVERYTHING, reader: [], limit: 1000 })
  return hits.map(({ id }) => id).sort()
}
const ALL = DOCUMENTS.map(({ id }) => id).sort()

test('after a start the index comes from its snapshot, and only what has changed since is made', () =>
  withSnapshot(async ({ db, start }) => {
    const source = memorySource('case', DOCUMENTS)
    const writer = createSearch({ db, sources: [source] })
    source.documents.set('case-1', aDocument({ id: 'case-1', title: 'Redningsbåt' }))
    source.documents.delete('case-2')
    await recordChange(db, ['case-1', 'case-2'])
    await writer.refresh()

    const started = await start()
    expect(started.made()).toBe(1)
    expect(idsIn(started)).toEqual(ALL.filter((id) => id !== 'case-2'))
    expect(started.reasons).toEqual([])
    expect(started.follower.isWhole()).toBe(true)
  }))

test('a snapshot that is cut, wherever it is, is noticed, and the index is made anew', () =>
  withSnapshot(async ({ folder, start }) => {
    const file = join(folder, 'index.snapshot')
    const whole = await readFile(file)
    for (const length of [0, 1, 100, 511, 512, 530, 600, whole.length >> 1, whole.length - 1]) {
      await writeFile(file, whole)
      await truncate(file, length)
      const started = await start()
      expect(started.made(), `${length} bytes`).toBe(DOCUMENTS.length)
      expect(started.reasons).toHaveLength(1)
      expect(idsIn(started)).toEqual(ALL)
      await started.follower.settle()
    }
    expect((await start()).made(), 'a whole one has been written since').toBe(0)
  }))

test('one with a byte changed in what it follows or in the index is noticed', () =>
  withSnapshot(async ({ folder, start }) => {
    const file = join(folder, 'index.snapshot')
    const whole = await readFile(file)
    for (const at of [3, 90, 520, 700, whole.length - 30]) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ 4
      await writeFile(file, damaged)
      const started = await start()
      expect(started.made(), `byte ${at}`).toBe(DOCUMENTS.length)
      expect(idsIn(started)).toEqual(ALL)
      await started.follower.settle()
    }
  }))

test('one of another analysis, of an earlier building, or of another database is noticed', () =>
  withSnapshot(async ({ db, start }) => {
    const other = await start('another-analysis')
    expect([other.made(), other.reasons]).toEqual([DOCUMENTS.length, ['otherSchema']])
    await other.follower.settle()
    await (await start()).follower.settle()

    await sql`update search_state set epoch = gen_random_uuid()`.execute(db)
    const elsewhere = await start()
    expect([elsewhere.made(), elsewhere.reasons]).toEqual([DOCUMENTS.length, ['ofAnotherDatabase']])
    await elsewhere.follower.settle()

    await sql`update search_document set change_seq = 0`.execute(db)
    await sql`update search_state set generation = 0`.execute(db)
    expect((await start()).reasons).toEqual(['newerThanTheDatabase'])
  }))

test('one that leads to other documents than there are is noticed', () =>
  withSnapshot(async ({ db, start }) => {
    await sql`delete from search_document where id = 'case-7'`.execute(db)
    const started = await start()
    expect(started.reasons).toEqual(['otherDocuments'])
    expect(idsIn(started)).toEqual(ALL.filter((id) => id !== 'case-7'))
  }))

test('the folder may be deleted at any time', () =>
  withSnapshot(async ({ folder, start }) => {
    const running = await start()
    await rm(folder, { recursive: true })
    await running.follower.follow()
    expect(idsIn(running)).toEqual(ALL)
    const started = await start()
    expect([started.made(), idsIn(started)]).toEqual([DOCUMENTS.length, ALL])
    await started.follower.settle()
    expect(await readdir(folder)).toEqual(['index.snapshot'])
  }))

test('while everything is written anew, what was there is found; then what is there now', () =>
  withDatabase(async (db) => {
    const source = memorySource('case', DOCUMENTS)
    const search = createSearch({ db, sources: [source] })
    await search.rebuild()
    const folder = await mkdtemp(join(tmpdir(), 'search-index-'))
    const reader = await startFollower(db, folder)
    source.documents.delete('case-3')
    const seen: number[] = []
    const other = createSearch({ db, sources: [source] })
    await sql`update search_state set version = null, epoch = gen_random_uuid()`.execute(db)
    await sql`truncate search_document`.execute(db)
    await reader.follower.follow()
    seen.push(reader.follower.index().documents)
    await other.rebuild()
    await reader.follower.follow()
    seen.push(reader.follower.index().documents)
    expect(seen).toEqual([40, 39])
    await reader.follower.settle()
    await rm(folder, { recursive: true })
  }))

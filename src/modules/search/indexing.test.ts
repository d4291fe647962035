import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from '#src/testing/database.ts'
import { PUBLIC_READER, type Search, type SearchDocument } from './contract.ts'
import { createSearch } from './create-search.ts'
import { aDocument, aQuery, memorySource, recordChange, searchOver } from './memory-source.ts'

async function idsFor(search: Search, q: string): Promise<string[]> {
  return (await search.search(aQuery({ q }), PUBLIC_READER)).hits.map((hit) => hit.id).sort()
}

test('what is new, changed or gone is found so after the refresh', () =>
  withDatabase(async (db) => {
    const source = memorySource('case', [
      aDocument({ id: 'case-1', title: 'Brannbil' }),
      aDocument({ id: 'case-2', title: 'Skolebuss' }),
    ])
    const search = createSearch({ db, sources: [source] })
    await search.ensureBuilt()

    source.documents.set('case-1', aDocument({ id: 'case-1', title: 'Redningsbåt' }))
    source.documents.delete('case-2')
    source.documents.set('case-3', aDocument({ id: 'case-3', title: 'Brannstasjon' }))
    await recordChange(db, ['case-1', 'case-2', 'case-3', 'case-3'])

    expect(await search.refresh()).toBe(3)
    expect(await search.refresh()).toBe(0)
    expect(await idsFor(search, 'brann')).toEqual(['case-3'])
    expect(await idsFor(search, 'redningsbåt')).toEqual(['case-1'])
    expect(await idsFor(search, 'skolebuss')).toEqual([])
    expect(await search.status()).toMatchObject({ state: 'ready', documents: 2 })
  }))

test('a refresh passes over events that are none of its business', () =>
  withDatabase(async (db) => {
    const search = await searchOver(db, [aDocument({ id: 'case-1', title: 'Brannbil' })])
    await sql`insert into event (kind, subject) values ('organisation.changed', 'case-1')`.execute(db)
    expect(await search.refresh()).toBe(0)
    expect(await idsFor(search, 'brannbil')).toEqual(['case-1'])
  }))

test('more changes than are taken in at once are all taken in', () =>
  withDatabase(async (db) => {
    const documents = Array.from({ length: 450 }, (_, place) =>
      aDocument({ id: `case-${place}`, title: 'Brannbil' }),
    )
    const source = memorySource('case', documents)
    const search = createSearch({ db, sources: [source] })
    await recordChange(
      db,
      documents.map((document) => document.id),
    )
    expect(await search.refresh()).toBe(450)
    expect((await search.search(aQuery({ q: 'brannbil' }), PUBLIC_READER)).total).toBe(450)
  }))

test('what happened before the building is not taken in once more', () =>
  withDatabase(async (db) => {
    await recordChange(db, ['case-1'])
    const search = await searchOver(db, [aDocument({ id: 'case-1', title: 'Brannbil' })])
    expect(await search.refresh()).toBe(0)
  }))

test('the index is built at the start when it is missing or of another version, and not otherwise', () =>
  withDatabase(async (db) => {
    const source = memorySource('case', [aDocument({ id: 'case-1', title: 'Brannbil' })])
    const search = createSearch({ db, sources: [source] })
    const built: number[] = []
    const progress = (done: number) => built.push(done)
    expect((await search.status()).state).toBe('empty')
    await search.ensureBuilt(progress)
    await search.ensureBuilt(progress)
    expect(built).toEqual([1])
    await sql`update search_state set version = 0`.execute(db)
    expect((await search.status()).state).toBe('empty')
    await search.ensureBuilt(progress)
    expect(built).toEqual([1, 1])
    expect(await search.status()).toMatchObject({ state: 'ready', documents: 1 })
  }))

test('while another process builds, this one leaves the index alone; when that one has died, it takes over', () =>
  withDatabase(async (db) => {
    const search = createSearch({ db, sources: [memorySource('case', [aDocument({ id: 'case-1' })])] })
    const another = '01890000-0000-7000-8000-000000000001'
    await sql`update search_state set builder = ${another}::uuid, builder_seen_at = clock_timestamp()`.execute(
      db,
    )
    await search.ensureBuilt()
    expect(await search.status()).toMatchObject({ state: 'building', documents: 0 })
    await sql`update search_state set builder_seen_at = clock_timestamp() - interval '1 hour'`.execute(db)
    await search.ensureBuilt()
    expect(await search.status()).toMatchObject({ state: 'ready', documents: 1 })
  }))

test('texts and values that PostgreSQL cannot hold do not stop the index', () =>
  withDatabase(async (db) => {
    const strange = aDocument({
      id: 'case-1',
      title: 'Brann\u00adbil\u0000 \ud800',
      body: ['x'.repeat(200_000), 'ord '.repeat(60_000), "'\\ ::tsvector"].join(' '),
      publishedOn: '2024-13-45',
      deadlineAt: new Date(Number.NaN),
      valueNok: Number.POSITIVE_INFINITY,
      prior: Number.NaN,
      facets: { kind: ['a\u0000"{},'] },
    })
    const search = await searchOver(db, [strange])
    expect(await idsFor(search, 'brannbil')).toEqual(['case-1'])
  }))

const changes = fc.array(
  fc.record({
    id: fc.integer({ min: 1, max: 6 }).map((number) => `case-${number}`),
    document: fc.option(
      fc.record({
        title: fc.constantFrom('Brannbil', 'Skolebuss og brannbil', 'Idé', 'The fire engines'),
        body: fc.constantFrom('', 'brannbiler til kommunen', 'og og og'),
        language: fc.constantFrom('nb', 'en', 'se'),
        audience: fc.constantFrom('public' as const, { organisation: 'bergen' }),
      }),
    ),
  }),
  { minLength: 1, maxLength: 20 },
)

test('an index that has followed all changes is the same as one built anew', () =>
  fc.assert(
    fc.asyncProperty(fc.array(changes, { maxLength: 4 }), async (rounds) => {
      await withDatabase(async (db) => {
        const source = memorySource('case', [])
        const search = createSearch({ db, sources: [source] })
        await search.ensureBuilt()
        for (const round of rounds) {
          for (const { id, document } of round)
            apply(source.documents, id, document && aDocument({ id, ...document }))
          await recordChange(
            db,
            round.map(({ id }) => id),
          )
          await search.refresh()
        }
        const followed = await everything(db, search)
        await search.rebuild()
        expect(followed).toEqual(await everything(db, search))
      })
    }),
    { numRuns: 25 },
  ))

function apply(documents: Map<string, SearchDocument>, id: string, document: SearchDocument | null): void {
  if (document) documents.set(id, document)
  else documents.delete(id)
}

async function everything(db: Database, search: Search) {
  const rows = await db.selectFrom('search_document').selectAll().orderBy('id').execute()
  const documents = rows.map(({ change_seq: _, ...row }) => row)
  const reader = { organisations: ['bergen'] }
  const answers = await Promise.all(
    ['', 'brannbil', 'skolebuss', 'idé', 'fire', 'kommune'].map((q) => search.search(aQuery({ q }), reader)),
  )
  return { documents, answers }
}

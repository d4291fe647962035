import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import type { Database } from '#src/platform/database.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import { killWhileIndexing } from '#src/testing/search-kills.ts'
import { createSourceTable, tableSource, writeTitles } from '#src/testing/search-source-table.ts'
import { PUBLIC_READER, type Search } from './contract.ts'
import { createSearch } from './create-search.ts'
import { aQuery } from './memory-source.ts'

const ROUNDS = 6

async function titlesFor(search: Search, q: string): Promise<readonly string[]> {
  const { hits } = await search.search(aQuery({ q, limit: 100 }), PUBLIC_READER)
  return hits.map(({ title }) => title).sort()
}

test('what one process writes it finds at once, and others when they next look', () =>
  withOwnDatabase(async (db) => {
    await createSourceTable(db)
    const [one, other] = [1, 2].map(() => createSearch({ db, sources: [tableSource(db)] }))
    if (!one || !other) throw new Error('There are two')
    await Promise.all([one.ensureBuilt(), other.ensureBuilt()])
    await writeTitles(db, [
      { id: 'case-1', title: 'Brannbil' },
      { id: 'case-2', title: 'Redningsbåt' },
    ])
    await one.refresh()
    expect(await titlesFor(one, '')).toEqual(['Brannbil', 'Redningsbåt'])
    const before = other.generation()
    await other.refresh()
    expect(await titlesFor(other, '')).toEqual(['Brannbil', 'Redningsbåt'])
    expect(other.generation()).not.toBe(before)

    await writeTitles(db, [
      { id: 'case-1', title: null },
      { id: 'case-2', title: 'Skolebuss' },
    ])
    await other.refresh()
    await one.refresh()
    expect([await titlesFor(one, ''), await titlesFor(other, '')]).toEqual([['Skolebuss'], ['Skolebuss']])
    await one.rebuild()
    await other.refresh()
    expect(await titlesFor(other, 'skolebuss')).toEqual(['Skolebuss'])
  }))

test('many writers at once lose nothing, and all end up finding the same', () =>
  withOwnDatabase(async (db) => {
    await createSourceTable(db)
    const searches = [1, 2, 3].map(() => createSearch({ db, sources: [tableSource(db)] }))
    await Promise.all(searches.map((search) => search.ensureBuilt()))
    await Promise.all(
      searches.map(async (search, writer) => {
        for (let turn = 0; turn < 15; turn += 1) {
          const id = `case-${(turn * 7 + writer * 3) % 20}`
          await writeTitles(db, [{ id, title: turn % 5 === 4 ? null : `Brannbil ${writer} ${turn}` }])
          await search.refresh()
        }
      }),
    )
    const { rows } = await sql<{ title: string }>`select title from source_example`.execute(db)
    for (const search of searches) {
      await search.refresh()
      expect(await titlesFor(search, '')).toEqual(rows.map(({ title }) => title).sort())
    }
  }))

test('a process that is killed at any moment of writing leaves nothing lost and nothing half', () =>
  withOwnDatabase(async (db) => {
    await createSourceTable(db)
    const folder = await mkdtemp(join(tmpdir(), 'search-kills-'))
    const url = await urlOf(db)
    for (let seed = 1; seed <= ROUNDS; seed += 1) {
      const { state, found, there } = await killWhileIndexing({ db, url, folder, seed })
      expect(found, `seed ${seed}`).toEqual(there)
      expect(state, `seed ${seed}`).toBe('ready')
    }
    await rm(folder, { recursive: true })
  }))

async function urlOf(db: Database): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const url = new URL(inject('postgresUrl') ?? '')
  url.pathname = `/${rows[0]?.name}`
  return url.href
}

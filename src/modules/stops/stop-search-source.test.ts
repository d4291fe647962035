import { expect, test } from 'vitest'
import { readerOf } from '#src/modules/identity/index.ts'
import { PUBLIC_READER, type Reader, SearchQuery } from '#src/modules/search/contract.ts'
import { openSearch } from '#src/open-search.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aToldStop, stopPeople } from '#src/testing/stops.ts'
import { changeAudience, stopOpening, stopSearchSource, withdrawStop } from './index.ts'

const now = () => new Date('2026-11-22T10:41:00Z')

test('an open story is found by everybody, one that stays inside by its own people alone', () =>
  withCatalogue(async (db) => {
    const { chief, kari, neighbour, supplier, adviser } = await stopPeople(db)
    const open = await aToldStop({ db, now }, chief, { visibility: 'all', title: 'Zyrkon for alle' })
    const inside = await aToldStop({ db, now }, kari, { title: 'Zyrkon for oss' })
    const shared = await aToldStop({ db, now }, chief, {
      visibility: 'public-employees',
      title: 'Zyrkon for ansatte',
    })
    const search = openSearch({ db, now })
    await search.ensureBuilt()
    const found = async (reader: Reader) => {
      const answer = await search.search(SearchQuery.parse({ q: 'zyrkon', type: 'stop' }), reader)
      expect(answer.total).toBe(answer.hits.length)
      return answer.hits.map(({ id }) => id)
    }
    expect((await found(readerOf(neighbour))).toSorted()).toEqual([open, shared].toSorted())
    for (const who of [null, supplier, adviser]) expect(await found(readerOf(who))).toEqual([open])
    expect((await found(readerOf(chief))).toSorted()).toEqual([open, inside, shared].toSorted())
    const audience = { visibility: 'all' as const, opensOn: null, readers: [], named: true }
    const all = { id: inside, from: 1, ...audience }
    await changeAudience({ db, now }, chief, all)
    await search.refresh()
    expect((await found(PUBLIC_READER)).toSorted()).toEqual([open, inside].toSorted())
    await withdrawStop({ db, now }, chief, open)
    await search.refresh()
    expect((await found(readerOf(chief))).toSorted()).toEqual([inside, shared].toSorted())
  }))

test('what nobody is named in is found neither by name nor by place', () =>
  withCatalogue(async (db) => {
    const { chief } = await stopPeople(db)
    const named = await aToldStop({ db, now }, chief, { visibility: 'all' })
    const unnamed = await aToldStop({ db, now }, chief, { visibility: 'all', named: false })
    const documents = await stopSearchSource({ db, now }).load([named, unnamed])
    const of = (id: string) => documents.find((one) => one.id === id)
    expect(of(named)).toMatchObject({
      names: ['Bodø kommune'],
      facets: { municipality: ['1804'], county: ['18'] },
    })
    expect(of(unnamed)).toMatchObject({ names: [], facets: { municipality: [], county: [] } })
    expect(JSON.stringify(of(unnamed))).not.toMatch(/Bod|1804/)
  }))

test('a story is found by its reasons in every language, and by its theme and what is above it', () =>
  withCatalogue(async (db) => {
    const { chief } = await stopPeople(db)
    const id = await aToldStop({ db, now }, chief, { visibility: 'all', reasons: ['price'] })
    const [document] = await stopSearchSource({ db, now }).load([id])
    expect(document?.facets.theme).toEqual(expect.arrayContaining(['trygghetsalarm', 'helse-og-velferd']))
    expect(document?.facets.year).toEqual(['2025'])
    expect(document?.keywords).toContain('The offers were too expensive')
    expect(await stopSearchSource({ db, now }).load(['not-a-story', 'case-016'])).toEqual([])
  }))

test('on the day it opens it is found by everybody, without anybody touching it', () =>
  withCatalogue(async (db) => {
    const { chief } = await stopPeople(db)
    const opensOn = Temporal.PlainDate.from('2027-02-01')
    await aToldStop({ db, now }, chief, { title: 'Zyrkon som åpnes', opensOn })
    const later = () => new Date('2027-02-01T00:30:00+01:00')
    const early = openSearch({ db, now })
    await early.ensureBuilt()
    const asked = SearchQuery.parse({ q: 'zyrkon' })
    expect((await early.search(asked, PUBLIC_READER)).total).toBe(0)
    const signal = new AbortController().signal
    expect(await stopOpening({ db, now }).run(signal)).toEqual({ ok: true, value: { opened: 0 } })
    const search = openSearch({ db, now: later })
    await search.ensureBuilt()
    expect(await stopOpening({ db, now: later }).run(signal)).toEqual({ ok: true, value: { opened: 1 } })
    await search.refresh()
    expect((await search.search(asked, PUBLIC_READER)).total).toBe(1)
  }))

import { expect, test } from 'vitest'
import { PUBLIC_READER, type SearchAnswer, SearchQuery } from '#src/modules/search/contract.ts'
import type { Search } from '#src/modules/search/index.ts'
import { concepts, themes } from '#src/modules/vocabulary/index.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { openSearch } from './open-search.ts'

/** Asks over the cases that ship with the program. */
async function withSearch(
  work: (ask: (q: string) => Promise<SearchAnswer>, search: Search) => Promise<void>,
) {
  await withCatalogue(async (db) => {
    const search = openSearch({ db })
    await search.ensureBuilt()
    await work((q) => search.search(SearchQuery.parse({ q, limit: 100 }), PUBLIC_READER), search)
  })
}

const idsOf = ({ hits }: SearchAnswer) => hits.map(({ id }) => id)

test('bokmål, nynorsk and English find the same cases, in whatever form and by whatever name', () =>
  withSearch(async (ask) => {
    const pairs = [
      ['sjukeheim', 'sykehjem'],
      ['sykehjemmet', 'sykehjem'],
      ['drikkevatn', 'drikkevann'],
    ] as const
    for (const [asked, usual] of pairs) {
      const [one, other] = [idsOf(await ask(asked)), idsOf(await ask(usual))]
      expect(one.length, asked).toBeGreaterThan(0)
      expect(one.toSorted(), asked).toEqual(other.toSorted())
    }
  }))

test('a part of a compound, a synonym, English and a slip of the fingers find what was meant among the first', () =>
  withSearch(async (ask) => {
    const first = async (q: string, many = 10) => (await ask(q)).hits.slice(0, many)
    const texts = async (q: string) => JSON.stringify(await first(q)).toLowerCase()
    expect(await texts('teknologi')).toContain('velferds')
    expect(await texts('søppelbil')).toContain('renovasjonsbil')
    expect((await first('safety alarms for elderly living at home')).map(({ id }) => id)).toContain(
      'case-016',
    )
    const slip = await ask('inovasjonspartnerskap')
    expect(slip.suggestion).toBe('innovasjonspartnerskap')
    expect(idsOf(slip).slice(0, 10)).toEqual(idsOf(await ask('innovasjonspartnerskap')).slice(0, 10))
  }))

test('it is told when a hit came by another word than the one that was asked for', () =>
  withSearch(async (ask) => {
    const { hits } = await ask('søppelbil')
    expect(hits.flatMap(({ reason }) => reason ?? [])).toContainEqual({
      kind: 'synonym',
      typed: 'søppelbil',
      matched: expect.stringMatching(/renovasjonsbil/i),
    })
    expect((await ask('trygghetsalarm')).hits[0]?.reason).toBeUndefined()
  }))

test('fields in the question are filters, by name and by number, in every language', () =>
  withSearch(async (ask) => {
    const bodo = await ask('kommune:Bodø')
    expect(bodo.total).toBeGreaterThan(0)
    expect(bodo.facets.municipality).toContainEqual({ value: '1804', count: bodo.total })
    expect(idsOf(await ask('municipality:1804'))).toEqual(idsOf(bodo))
    expect(idsOf(await ask('kommune:"Bodø kommune"'))).toEqual(idsOf(bodo))
    const year = await ask('år:2024')
    expect(year.facets.year).toContainEqual({ value: '2024', count: year.total })
    expect((await ask('type:kunngjøring')).total).toBe(0)
    expect((await ask('fylke:Nordland buss')).notices.map(({ code }) => code)).not.toContain('unknownValue')
  }))

test('a field that means nothing is explained, and its words are looked for', () =>
  withSearch(async (ask) => {
    const unknown = await ask('kommun:Bodø')
    expect(unknown.notices).toContainEqual({
      code: 'unknownField',
      params: { field: 'kommun', value: 'Bodø' },
    })
    expect(unknown.total).toBeGreaterThan(0)
    const nowhere = await ask('kommune:Andeby trygghetsalarm')
    expect(nowhere.notices).toContainEqual({
      code: 'unknownValue',
      params: { field: 'kommune', value: 'Andeby' },
    })
    expect(idsOf(nowhere)).toContain('case-016')
    expect((await ask('https://www.bodo.kommune.no/')).notices.map(({ code }) => code)).not.toContain(
      'unknownField',
    )
  }))

test('somebody who types is shown words, themes, municipalities and cases', () =>
  withSearch(async (_, search) => {
    const kinds = async (typed: string) =>
      (await search.suggest(typed, { lang: 'nb', limit: 8 })).map(({ kind }) => kind)
    expect(await kinds('bod')).toContain('municipality')
    expect(await kinds('vel')).toEqual(expect.arrayContaining(['words', 'theme', 'document']))
  }))

test('a theme is proposed by any of its names, and a municipality by its Sami name or beside its namesake', () =>
  withSearch(async (_, search) => {
    const proposed = async (typed: string, lang: 'nb' | 'nn' | 'en' = 'nb') =>
      (await search.suggest(typed, { lang, limit: 9 })).flatMap((one) => ('id' in one ? [one.text] : []))
    expect(await proposed('søppelb')).toContain('Renovasjonsbil (søppelbil)')
    expect(await proposed('trygghets')).toContain('Trygghetsalarm og responstjeneste')
    expect(await proposed('sjukehei', 'nn')).toContain('Sjukeheim')
    expect(await proposed('guov')).toContain('Kautokeino (Guovdageaidnu)')
    expect(await proposed('herøy')).toEqual(
      expect.arrayContaining(['Herøy (Møre og Romsdal)', 'Herøy (Nordland)']),
    )
    expect(await proposed('bod')).toContain('Bodø')
  }))

test('nothing is suggested twice', () =>
  withSearch(async (_, search) => {
    for (const typed of ['bod', 'safety', 'trygg', 'her', 'sykehjem']) {
      const texts = (await search.suggest(typed, { lang: 'nb', limit: 12 })).map((one) => JSON.stringify(one))
      expect(new Set(texts).size, typed).toBe(texts.length)
    }
  }))

test('each concept has as many cases as are counted for it, and every theme of a case has the case', () =>
  withSearch(async (_, search) => {
    const counts = await search.countConcepts('case')
    for (const { id } of concepts()) {
      const asked = { concept: id, type: 'case', sort: 'relevance', limit: 100, offset: 0 } as const
      const [all, own] = [true, false].map((narrower) => search.aboutConcept({ ...asked, narrower }))
      expect([(await all)?.total, (await own)?.total], id).toEqual([
        counts.get(id)?.all ?? 0,
        counts.get(id)?.own ?? 0,
      ])
    }
    for (const { id } of themes()) {
      const given = await search.search(SearchQuery.parse({ theme: id, limit: 100 }), PUBLIC_READER)
      expect(counts.get(id)?.all ?? 0, id).toBeGreaterThanOrEqual(given.total)
    }
  }))

test('cases that are alike are about the same thing, and say what it is', () =>
  withSearch(async (_, search) => {
    const alike = await search.similar('case-038', { limit: 4, types: ['case'], onlyExplained: true })
    expect(alike[0]).toMatchObject({ id: 'case-157', alike: { concepts: ['renovasjonsbil'] } })
    expect(alike.every((hit) => hit.alike.concepts.length > 0)).toBe(true)
  }))

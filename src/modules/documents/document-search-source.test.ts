import { expect, test } from 'vitest'
import { type Actor, readerOf } from '#src/modules/identity/index.ts'
import { PUBLIC_READER, SearchQuery } from '#src/modules/search/contract.ts'
import { openSearch } from '#src/open-search.ts'
import { withDatabase } from '#src/testing/database.ts'
import { aDocument, documentPeople, documentsAt } from '#src/testing/shared-documents.ts'
import { documentSearchSource, documentsAfter, withdrawDocument } from './index.ts'

const now = () => documentsAt

test('a document for all is found by everybody, one for its own by its own people, a withdrawn one by nobody', () =>
  withDatabase(async (db) => {
    const { coordinator, neighbour, supplier } = await documentPeople(db)
    const open = await aDocument(db, coordinator, {
      description: { title: 'Zyrkon for alle', visibility: 'all' },
    })
    const inside = await aDocument(db, coordinator, { description: { title: 'Zyrkon for oss' } })
    const employees = await aDocument(db, coordinator, {
      description: { title: 'Zyrkon for ansatte', visibility: 'public-employees' },
    })
    const search = openSearch({ db, now })
    await search.ensureBuilt()
    const found = async (who: Actor | null) => {
      const answer = await search.search(SearchQuery.parse({ q: 'zyrkon' }), readerOf(who))
      expect(answer.facets.type).toEqual([{ value: 'document', count: answer.total }])
      return answer.hits.map(({ id }) => id).toSorted()
    }
    for (const who of [null, supplier]) expect(await found(who)).toEqual([open])
    expect(await found(neighbour)).toEqual([open, employees].toSorted())
    expect(await found(coordinator)).toEqual([open, inside, employees].toSorted())
    await withdrawDocument({ db, now }, coordinator, { id: open, cause: 'outdated', reason: 'Gammel' })
    await search.refresh()
    expect((await search.search(SearchQuery.parse({ q: 'zyrkon' }), PUBLIC_READER)).total).toBe(0)
    expect(await found(coordinator)).toEqual([inside, employees].toSorted())
  }))

test('it is found by what kind it is in any language, its theme, whose it is and the year', () =>
  withDatabase(async (db) => {
    const { coordinator } = await documentPeople(db)
    const id = await aDocument(db, coordinator, {
      description: { theme: 'trygghetsalarm', visibility: 'all' },
    })
    const [document] = await documentSearchSource(db).load([id, 'no-document'])
    expect(document).toMatchObject({
      type: 'document',
      title: 'Kravspesifikasjon for nattro',
      names: ['Bodø kommune'],
      audience: 'public',
      facets: { year: ['2026'], theme: expect.arrayContaining(['trygghetsalarm', 'velferdsteknologi']) },
    })
    expect(document?.keywords).toContain('Requirements')
  }))

test('the list goes on after the last one, and what one may not see is in no number of it', () =>
  withDatabase(async (db) => {
    const { coordinator, neighbour } = await documentPeople(db)
    const open: string[] = []
    for (let number = 0; number < 5; number += 1)
      open.push(await aDocument(db, coordinator, { description: { visibility: 'all' } }))
    const hidden = await aDocument(db, coordinator)
    const given: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await documentsAfter(db, neighbour, { limit: 2, after })
      expect(page?.total).toBe(5)
      const ids = page?.documents.map(({ id }) => id) ?? []
      if (ids.length === 0) break
      given.push(...ids)
      after = ids.at(-1)
    }
    expect(given.toSorted()).toEqual(open.toSorted())
    expect(await documentsAfter(db, neighbour, { limit: 2, after: hidden })).toBeNull()
    expect(await documentsAfter(db, neighbour, { limit: 2, after: "'; drop table document" })).toBeNull()
    expect((await documentsAfter(db, coordinator, { limit: 9, after: hidden }))?.total).toBe(6)
  }))

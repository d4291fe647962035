import { expect, test } from 'vitest'
import { withDatabase } from '#src/testing/database.ts'
import { type Leaning, PUBLIC_READER } from './contract.ts'
import { aDocument, aQuery, searchOver } from './memory-source.ts'

const FAR = aDocument({ id: 'case-1', title: 'Trygghetsalarm hjemme', facets: { municipality: ['0301'] } })
const LIKE = aDocument({ id: 'case-2', title: 'Trygghetsalarm hjemme', facets: { municipality: ['1804'] } })
const THEME = aDocument({ id: 'case-3', title: 'Trygghetsalarm hjemme', facets: { theme: ['klima'] } })
const BETTER = aDocument({
  id: 'case-4',
  title: 'Trygghetsalarm med fallsensor',
  body: 'Fallsensor til trygghetsalarm.',
})
const leanings: readonly Leaning[] = [
  { facet: 'municipality', value: '1804' },
  { facet: 'theme', value: 'klima' },
]

test('of those that answer equally well, what is of use to the reader comes first', () =>
  withDatabase(async (db) => {
    const search = await searchOver(db, [FAR, LIKE, THEME])
    const ask = async (reader = PUBLIC_READER) =>
      (await search.search(aQuery({ q: 'trygghetsalarm' }), reader)).hits.map(({ id }) => id)
    expect(await ask({ ...PUBLIC_READER, leanings })).toEqual(['case-3', 'case-2', 'case-1'])
    expect(await ask()).toEqual((await ask({ ...PUBLIC_READER, leanings: [] })).toSorted())
  }))

test('it never goes before what answers the question better, and changes no number', () =>
  withDatabase(async (db) => {
    const search = await searchOver(db, [FAR, LIKE, THEME, BETTER])
    const asked = aQuery({ q: 'trygghetsalarm fallsensor' })
    const answer = await search.search(asked, { ...PUBLIC_READER, leanings })
    expect(answer.hits[0]?.id).toBe('case-4')
    const plain = await search.search(asked, PUBLIC_READER)
    expect([answer.total, answer.facets]).toEqual([plain.total, plain.facets])
  }))

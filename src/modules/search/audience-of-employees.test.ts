import { expect, test } from 'vitest'
import { withDatabase } from '#src/testing/database.ts'
import { PUBLIC_READER, type Reader } from './contract.ts'
import { aDocument, aQuery, searchOver } from './memory-source.ts'

const NEED = aDocument({
  id: 'need-1',
  title: 'Digitalt nattilsyn i hjemmet',
  summary: 'Tilsyn uten å vekke noen',
  facets: { county: ['46'], theme: ['velferdsteknologi'] },
  audience: 'public-employees',
})
const OPEN = aDocument({
  id: 'case-1',
  title: 'Nattilsyn med sensor',
  summary: 'Tilsyn om natten',
  facets: { theme: ['velferdsteknologi'] },
})
const EMPLOYEE: Reader = { organisations: ['voss'], isPublicEmployee: true }

test('what is for public employees is found, counted and suggested for them and for nobody else', () =>
  withDatabase(async (db) => {
    const search = await searchOver(db, [NEED, OPEN])
    // An organisation that is called what the key is called opens nothing.
    const others: readonly Reader[] = [
      PUBLIC_READER,
      { organisations: ['voss'] },
      { organisations: ['public-employees'] },
    ]
    const found = async (reader: Reader) => {
      const { total, hits, facets } = await search.search(aQuery({ q: 'nattilsyn' }), reader)
      const titles = await search.suggest('digitalt natt', { lang: 'nb', limit: 9, reader })
      const similar = await search.similar('case-1', { limit: 5, reader })
      return {
        total,
        hits: hits.map(({ id }) => id).toSorted(),
        counties: facets.county.length,
        titles: titles.filter(({ kind }) => kind === 'document').length,
        similar: similar.map(({ id }) => id),
      }
    }
    for (const reader of others)
      expect(await found(reader)).toEqual({ total: 1, hits: ['case-1'], counties: 0, titles: 0, similar: [] })
    expect(await found(EMPLOYEE)).toEqual({
      total: 2,
      hits: ['case-1', 'need-1'],
      counties: 1,
      titles: 1,
      similar: ['need-1'],
    })
  }))

import { expect, test } from 'vitest'
import { withDatabase } from '#src/testing/database.ts'
import { PUBLIC_READER, type Search } from './contract.ts'
import { aDocument, aQuery, searchOver } from './memory-source.ts'

const DOCUMENTS = [
  aDocument({
    id: 'case-1',
    title: 'Velferdsteknologi i Ås',
    summary: 'Trygghetsalarmer og sensorer for hjemmeboende.',
    facets: { theme: ['helse', 'velferdsteknologi'] },
  }),
  aDocument({
    id: 'case-2',
    title: 'Digitale trygghetsalarmer',
    summary: 'Sensorer og varsling for hjemmeboende eldre.',
    facets: { theme: ['helse', 'velferdsteknologi'] },
  }),
  aDocument({
    id: 'case-3',
    title: 'Utslippsfri anleggsplass',
    summary: 'Elektriske gravemaskiner.',
    facets: { theme: ['klima'], cpv: ['45000000'] },
  }),
  aDocument({
    id: 'notice-1',
    title: 'Rammeavtale trygghetsalarmer',
    summary: 'Alarmer for hjemmeboende.',
    facets: { theme: ['helse'] },
  }),
  aDocument({
    id: 'case-4',
    title: 'Trygghetsalarmer nevnt i en rapport',
    summary: 'Sensorer for hjemmeboende.',
    facets: { theme: ['helse', 'velferdsteknologi'] },
    suggestible: false,
  }),
]

function withDocuments(work: (search: Search) => Promise<void>): Promise<void> {
  return withDatabase(async (db) => work(await searchOver(db, DOCUMENTS)))
}

async function meant(search: Search, q: string): Promise<string | null> {
  return (await search.search(aQuery({ q }), PUBLIC_READER)).suggestion
}

test('a misspelt word is recognised: a letter missing, one too many, a wrong one, two that have changed places', () =>
  withDocuments(async (search) => {
    expect(await meant(search, 'velferdsteknolgi')).toBe('velferdsteknologi')
    expect(await meant(search, 'velferdssteknologii')).toBe('velferdsteknologi')
    expect(await meant(search, 'sensurer')).toBe('sensorer')
    expect(await meant(search, 'snesorer')).toBe('sensorer')
  }))

test('what is right in the question stays as it was written', () =>
  withDocuments(async (search) => {
    expect(await meant(search, 'Velferdsteknolgi i «ås» -klima')).toBe('velferdsteknologi i «ås» -klima')
  }))

test('nothing is suggested when the words are known, nothing resembles them, or the suggestion finds nothing', () =>
  withDocuments(async (search) => {
    expect(await meant(search, 'velferdsteknologi')).toBeNull()
    expect(await meant(search, 'qqqqqqqq')).toBeNull()
    expect(await meant(search, '')).toBeNull()
    const elsewhere = await search.search(aQuery({ q: 'velferdsteknolgi', theme: ['klima'] }), PUBLIC_READER)
    expect(elsewhere.suggestion).toBeNull()
  }))

test('the more usual of two words that are equally near is suggested', () =>
  withDatabase(async (db) => {
    const rare = aDocument({ id: 'notice-1', title: 'bussen' })
    const usual = ['2', '3', '4'].map((number) => aDocument({ id: `notice-${number}`, title: 'bossen' }))
    expect(await meant(await searchOver(db, [rare, ...usual]), 'bassen')).toBe('bossen')
  }))

test('somebody who types gets the word finished, once for all its forms, and titles that hold it', () =>
  withDocuments(async (search) => {
    expect(await search.suggest('TRYGG', { lang: 'nb', limit: 6 })).toEqual([
      { kind: 'words', text: 'trygghetsalarmer' },
      { kind: 'document', id: 'case-2', type: 'case', language: 'nb', text: 'Digitale trygghetsalarmer' },
      {
        kind: 'document',
        id: 'notice-1',
        type: 'notice',
        language: 'nb',
        text: 'Rammeavtale trygghetsalarmer',
      },
    ])
    expect(await search.suggest('t', { lang: 'nb', limit: 6 })).toEqual([])
    expect(await search.suggest('', { lang: 'nb', limit: 6 })).toEqual([])
  }))

test('the word is finished only so that all that is typed gives hits', () =>
  withDocuments(async (search) => {
    const words = (await search.suggest('elektriske g', { lang: 'nb', limit: 4 })).map((one) => one.text)
    expect(words).toEqual([])
    const longer = await search.suggest('elektriske gr', { lang: 'nb', limit: 4 })
    expect(longer).toEqual([{ kind: 'words', text: 'elektriske gravemaskiner' }])
    expect(await search.suggest('elektriske try', { lang: 'nb', limit: 4 })).toEqual([])
  }))

test('similar are those that share rare words and themes, the most alike first, and never a mere mention', () =>
  withDocuments(async (search) => {
    const ids = async (...[id, options]: Parameters<Search['similar']>) =>
      (await search.similar(id, options)).map((hit) => hit.id)
    expect(await ids('case-1', { limit: 5 })).toEqual(['case-2', 'notice-1'])
    expect(await ids('case-1', { limit: 1 })).toEqual(['case-2'])
    expect(await ids('case-1', { limit: 5, types: ['notice'] })).toEqual(['notice-1'])
    expect(await ids('case-3', { limit: 5 })).toEqual([])
    expect(await ids('case-99', { limit: 5 })).toEqual([])
    // One that is only mentioned may still ask what is like it.
    expect(await ids('case-4', { limit: 2 })).toEqual(['case-1', 'case-2'])
  }))

test('one and the same CPV code makes notices alike', () =>
  withDatabase(async (db) => {
    const search = await searchOver(db, [
      aDocument({ id: 'notice-1', title: 'Renhold', facets: { cpv: ['90910000'] } }),
      aDocument({ id: 'notice-2', title: 'Vask av skoler', facets: { cpv: ['90910000'] } }),
      aDocument({ id: 'notice-3', title: 'Brøyting', facets: { cpv: ['77000000'] } }),
    ])
    expect((await search.similar('notice-1', { limit: 5 })).map((hit) => hit.id)).toEqual(['notice-2'])
  }))

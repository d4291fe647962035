import { expect, test } from 'vitest'
import type { SearchDocument } from '#src/modules/search/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { CaseId } from './contract.ts'
import { caseSearchSource, withdrawCase } from './index.ts'

const now = () => new Date('2026-11-21T12:00:00Z')

test('every published case is offered for searching, and one that is gone is not', () =>
  withCatalogue(async (db) => {
    const source = caseSearchSource(db)
    expect(await source.listIds()).toHaveLength(180)
    await withdrawCase({ db, now }, await aPerson(db, { roles: ['curator'] }), {
      id: CaseId.parse('case-016'),
      reason: 'Dobbeltført',
    })
    expect(await source.listIds()).not.toContain('case-016')
    expect(await source.load(['case-016', 'case-999'])).toEqual([])
    expect(await source.load([])).toEqual([])
  }))

test('a case is found by kind, themes above its own, places, procedure, years and whether it was joint', () =>
  withCatalogue(async (db) => {
    const { facets, prior, publishedOn } = await documentOf(db, 'case-016')
    expect(facets).toMatchObject({
      kind: ['procurement'],
      theme: expect.arrayContaining([
        'trygghetsalarm',
        'velferdsteknologi',
        'helse-og-velferd',
        'fellesanskaffelse',
      ]),
      county: ['42'],
      municipality: ['4204'],
      procedure: ['comp-dial'],
      year: ['2016', '2017', '2018'],
      joint: ['true'],
    })
    expect([prior, publishedOn]).toEqual([1, '2018-01-01'])
  }))

test('a municipality of then is found under its number and name of today', () =>
  withCatalogue(async (db) => {
    const { names, facets } = await documentOf(db, 'case-001')
    expect(names).toEqual(
      expect.arrayContaining(['Skedsmo', 'Lillestrøm', 'Sauherad', 'Midt-Telemark', 'Dignio']),
    )
    expect(facets.municipality).toEqual(expect.arrayContaining(['3205', '4020', '3903']))
  }))

test('a municipality is found by its Sami name', () =>
  withCatalogue(async (db) => {
    expect((await documentOf(db, 'case-215')).names).toEqual(expect.arrayContaining(['Guovdageaidnu']))
  }))

test('one who only follows does not make it a case of that municipality', () =>
  withCatalogue(async (db) => {
    const { facets, names } = await documentOf(db, 'case-014')
    expect(facets.municipality).toEqual(['1103'])
    expect(names).toContain('Bærum')
  }))

test('the enterprise of a municipality is found where the municipality is', () =>
  withCatalogue(async (db) => {
    expect((await documentOf(db, 'case-009')).facets.municipality).toContain('4601')
  }))

test('what came out of a case, and its effects and lessons, can be searched for', () =>
  withCatalogue(async (db) => {
    const { body } = await documentOf(db, 'case-037')
    expect(body).toContain('Guardian M10 – kontaktløs pasientmonitor')
    expect(body).toContain('hvis den brukes på alle somatiske senger')
  }))

test('what is only mentioned comes last and is not put forward', () =>
  withCatalogue(async (db) => {
    const mention = await documentOf(db, 'case-060')
    const short = await documentOf(db, 'case-058')
    expect([mention.suggestible, short.suggestible]).toEqual([false, true])
    expect(mention.prior).toBeLessThan(short.prior)
  }))

test('the language of a case goes with it, and a year nobody knows is left open', () =>
  withCatalogue(async (db) => {
    expect((await documentOf(db, 'case-103')).language).toBe('nn')
    const undated = await documentOf(db, 'case-172')
    expect([undated.publishedOn, undated.facets.year]).toEqual([null, []])
  }))

async function documentOf(db: Database, id: string): Promise<SearchDocument> {
  const [document] = await caseSearchSource(db).load([id])
  if (!document) throw new Error(`${id} is not there`)
  return document
}

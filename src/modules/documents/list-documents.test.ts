import { expect, test } from 'vitest'
import { withDatabase } from '#src/testing/database.ts'
import { aDocument, documentPeople, documentsOn } from '#src/testing/shared-documents.ts'
import { BankFilter } from './contract.ts'
import { BANK_PAGE, documentBank } from './index.ts'

test('the bank is narrowed by kind, step, theme with what is below it, organisation and words', () =>
  withDatabase(async (db) => {
    const { coordinator, neighbour, voss } = await documentPeople(db)
    const all = { visibility: 'all' } as const
    await aDocument(db, coordinator, {
      description: { ...all, title: 'Krav til nattro', theme: 'velferdsteknologi' },
    })
    await aDocument(db, coordinator, {
      description: { ...all, title: 'Hva markedet sa', kind: 'dialogue-summary', step: 'marketDialogue' },
    })
    await aDocument(db, neighbour, {
      description: { ...all, title: 'Mal for 100 % elektrisk ferje', description: 'Kontrakt_mal' },
    })
    const titles = async (asked: Record<string, string>) =>
      (await documentBank(documentsOn(db), null, BankFilter.parse(asked))).documents.map(({ title }) => title)

    expect(await titles({})).toHaveLength(3)
    expect(await titles({ kind: 'dialogue-summary' })).toEqual(['Hva markedet sa'])
    expect(await titles({ step: 'marketDialogue' })).toEqual(['Hva markedet sa'])
    expect(await titles({ theme: 'velferdsteknologi' })).toEqual(['Krav til nattro'])
    expect(await titles({ theme: 'helse-og-velferd' })).toEqual(['Krav til nattro'])
    expect(await titles({ organisation: voss })).toEqual(['Mal for 100 % elektrisk ferje'])
    expect(await titles({ q: 'NATTRO krav' })).toEqual(['Krav til nattro'])
    expect(await titles({ q: '100 %' })).toEqual(['Mal for 100 % elektrisk ferje'])
    expect(await titles({ q: '%' })).toEqual(['Mal for 100 % elektrisk ferje'])
    expect(await titles({ q: '_' })).toEqual(['Mal for 100 % elektrisk ferje'])
    expect(await titles({ q: "'; drop table document; --" })).toEqual([])
    expect(
      await titles({ kind: 'nonsense', step: 'x', theme: '../', organisation: '1', page: '-1' }),
    ).toHaveLength(3)
  }))

test('page by page every document comes once, the newest first', () =>
  withDatabase(async (db) => {
    const { coordinator } = await documentPeople(db)
    const ids: string[] = []
    for (let at = 0; at < BANK_PAGE + 5; at += 1) ids.push(await aDocument(db, coordinator))
    const page = (number: number) =>
      documentBank(documentsOn(db), coordinator, BankFilter.parse({ page: String(number) }))
    const [first, second, third] = [await page(1), await page(2), await page(3)]
    expect([first.total, first.documents.length, second.documents.length, third.documents.length]).toEqual([
      25, 20, 5, 0,
    ])
    expect([...first.documents, ...second.documents].map(({ id }) => id)).toEqual(ids.toReversed())
  }))

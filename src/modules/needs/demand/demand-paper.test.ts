import { expect, test } from 'vitest'
import { messagesIn } from '#src/messages/index.ts'
import type { Database } from '#src/platform/database.ts'
import { LANGUAGES, type Language } from '#src/platform/language.ts'
import { type Block, paperProblems, type Text, toDocx, toPdf } from '#src/platform/papers/index.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aCoordinator, aDemand } from '#src/testing/market.ts'
import { aNeed } from '#src/testing/needs.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { demandPaper } from './demand-paper.ts'
import { membersWithNeeds } from './read-demand.ts'

const now = () => new Date('2026-11-22T10:41:00Z')

async function paperIn(db: Database, language: Language) {
  const [royrvik, bodo] = [await municipalityId(db, '5043'), await municipalityId(db, '1804')]
  const [ingrid, chief] = [await aCoordinator(db, royrvik), await aCoordinator(db, bodo)]
  const own = await aNeed(db, { organisation: royrvik, by: ingrid.personId })
  const content = { volume: { amount: 1200, unit: 'brukere' }, from: '2029-01-01', until: '2029-02-01' }
  const other = await aNeed(db, { organisation: bodo, by: chief.personId, content })
  const demand = await aDemand({ db, now }, { own, by: ingrid, others: [{ need: other.id, by: chief }] })
  return demandPaper({
    demand,
    lead: 'Røyrvik kommune',
    members: await membersWithNeeds(db, demand),
    messages: messagesIn(language),
    address: `https://example.org/felles-behov/${demand.id}`,
  })
}

function written(blocks: readonly Block[]): string {
  const plain = (text: Text): string => (typeof text === 'string' ? text : '')
  const texts = blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'heading':
        return [block.text]
      case 'paragraph':
      case 'note':
        return [plain(block.text)]
      case 'figures':
        return block.figures.map(({ value, text }) => `${value} ${text}`)
      case 'table':
        return block.rows.map((row) => row.map(plain).join(' | '))
      default:
        return []
    }
  })
  return texts.join('\n').replace(/[\u00a0\u202f]/g, ' ')
}

test.each(LANGUAGES)('the joint statement of demand can be read by everybody as a paper in %s', (language) =>
  withCatalogue(async (db) => {
    const paper = await paperIn(db, language)
    expect(paperProblems(paper)).toEqual([])
    expect(paper.journal).toMatchObject({ from: 'Røyrvik kommune' })
    const [pdf, docx] = [await toPdf(paper), await toDocx(paper)]
    expect([pdf.length, docx.length].every((size) => size > 5000)).toBe(true)
    expect(Buffer.compare(pdf, await toPdf(structuredClone(paper)))).toBe(0)
  }),
)

test('it says how much, who and when, with numbers and days as the language writes them', () =>
  withCatalogue(async (db) => {
    const nynorsk = written((await paperIn(db, 'nn')).blocks)
    for (const said of [
      '2 kommunar',
      '1 240 brukere',
      'Bodø kommune | 53 638 | 1 200 brukere | frå 1. januar 2029 til 1. februar 2029',
      'Inga tid passar for fleire av dei',
      'Kva vi spør marknaden om',
      'Ingen kan gje tilbod på det',
    ])
      expect(nynorsk).toContain(said)
    expect(written((await paperIn(db, 'en')).blocks)).toContain('53,638')
  }))

import { importNotices } from '#src/modules/notices/index.ts'
import { municipality, readRegister } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { type ContractNotice, contractNoticeXml, planningNoticeXml } from './contract-notices.ts'

const now = () => new Date('2026-11-22T12:00:00Z')
const idOf = (number: number) => `bbbbbbbb-0000-4000-8000-${String(number).padStart(12, '0')}`

async function buyer(db: Database, kommunenummer: string) {
  const found = municipality(await readRegister(db), kommunenummer)
  if (!found) throw new Error(`There is no municipality ${kommunenummer}`)
  return { name: found.name, number: found.organisasjonsnummer }
}

async function take(db: Database, texts: readonly string[]): Promise<void> {
  await importNotices({ db, now }, filesOf(texts))
}

async function* filesOf(texts: readonly string[]) {
  for (const [place, text] of texts.entries())
    yield { name: `${place}.xml`, bytes: new TextEncoder().encode(text) }
}

/** Tydal and Selbu, its nearest, must buy the same; Meråker plans it; Oslo is far away. */
export async function aRadarScene(db: Database): Promise<void> {
  const contract = async (number: number, kommune: string, more: Partial<ContractNotice> = {}) =>
    contractNoticeXml({
      id: idOf(number),
      title: `Drift av IKT ${number}`,
      cpv: '72500000',
      buyers: [await buyer(db, kommune)],
      publishedOn: '2024-01-10',
      endsOn: '2027-05-31',
      ...more,
    })
  await take(db, [
    await contract(1, '5033'),
    await contract(2, '5032', { renewals: { maximum: 2, each: '12 måneder' }, options: 'Flere brukere' }),
    await contract(3, '0301'),
    await contract(4, '5032', { cpv: '15000000', endsOn: '2026-06-30' }),
    await contract(5, '5032', {
      cpv: '34144710',
      endsOn: '2026-06-30',
      renewals: { maximum: 1, each: '12 måneder' },
    }),
    planningNoticeXml({
      id: idOf(6),
      title: 'Ny driftsavtale',
      cpv: '72510000',
      buyers: [await buyer(db, '5034')],
      publishedOn: '2026-10-01',
    }),
  ])
}

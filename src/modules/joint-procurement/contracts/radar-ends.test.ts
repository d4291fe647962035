import { expect, test } from 'vitest'
import { changeContract, noteContract, radarEnds } from '#src/modules/joint-procurement/index.ts'
import { readRadar } from '#src/modules/needs/index.ts'
import { importNotices } from '#src/modules/notices/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { contractNoticeXml } from '#src/testing/contract-notices.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { ContractForm, JointContractId } from './contract-forms.ts'

const now = () => new Date('2026-11-22T10:41:00Z')
const QUESTION = {
  kommunenummer: '5043',
  fylkesnummer: null,
  circle: 'around',
  theme: null,
  from: null,
  months: 24,
}

test('a contract that several bought together is on the radar of each of them, for those who may know of it', () =>
  withCatalogue(async (db) => {
    const [bodo, royrvik] = [await municipalityId(db, '1804'), await municipalityId(db, '5043')]
    const lead = await aPerson(db, { organisation: bodo, roles: ['coordinator'] })
    const facts = { themes: ['trygghetsalarm'], awardedOn: '2026-11-02' }
    const begun = { lead: bodo, by: lead.personId, step: 'contract', facts, audience: 'own' } as const
    const { id } = await aProcurement(db, { ...begun, others: [{ organisation: royrvik }] })
    const form = ContractForm.parse({
      ...{ supplier: 'Trygg AS', whose: '', signedOn: '', startsOn: '2026-01-01', endsOn: '2027-12-31' },
      ...{ latestEndsOn: '2029-12-31', options: '', optionNoticeOn: '', followUpMonths: '', indicators: '' },
    })
    await noteContract({ db, now }, lead, { id, contract: JointContractId.parse(newId()), form })

    const question = { ...QUESTION, circle: 'around' } as const
    const { groups } = await readRadar({ db, now, jointEnds: radarEnds }, question, lead)
    expect(groups.flatMap(({ items }) => items)).toMatchObject([
      {
        kind: 'contract-end',
        on: '2027-12-31',
        procurement: id,
        suppliers: ['Trygg AS'],
        who: [{ name: 'Røyrvik' }],
        beside: [{ name: 'Bodø' }],
        terms: { latestEndsOn: '2029-12-31', isInRenewal: false },
      },
    ])
    expect((await readRadar({ db, now, jointEnds: radarEnds }, question, null)).total).toBe(0)
    const before = { ...question, from: '2024-01', months: 12 }
    expect((await readRadar({ db, now, jointEnds: radarEnds }, before, lead)).total).toBe(0)
  }))

test('others are told of a contract when it is signed, and not whom it is about to be signed with', () =>
  withCatalogue(async (db) => {
    const bodo = await municipalityId(db, '1804')
    const lead = await aPerson(db, { organisation: bodo, roles: ['coordinator'] })
    const facts = { themes: ['trygghetsalarm'], awardedOn: '2026-11-02' }
    const begun = { lead: bodo, by: lead.personId, step: 'contract', facts, audience: 'all' } as const
    const { id } = await aProcurement(db, begun)
    const form = (signedOn: string) =>
      ContractForm.parse({
        ...{ supplier: 'Trygg AS', whose: '', signedOn, startsOn: '2026-11-20', endsOn: '2027-12-31' },
        ...{ latestEndsOn: '', options: '', optionNoticeOn: '', followUpMonths: '', indicators: '' },
      })
    const asked = { id, contract: JointContractId.parse(newId()) }
    const period = { from: '2026-11-01', until: '2028-10-31' }
    expect(await noteContract({ db, now }, lead, { ...asked, form: form('') })).toMatchObject({ ok: true })
    expect(await radarEnds(db, null, period)).toEqual([])
    expect(await radarEnds(db, lead, period)).toMatchObject([{ supplier: 'Trygg AS' }])
    const signed = { ...asked, version: 1, form: form('2026-11-20') }
    expect(await changeContract({ db, now }, lead, signed)).toMatchObject({ ok: true })
    expect(await radarEnds(db, null, period)).toMatchObject([{ supplier: 'Trygg AS' }])
  }))

const PROCEDURE = 'cccccccc-0000-4000-8000-000000000001'
const COMPETITION = 'cccccccc-0000-4000-8000-000000000002'
const LOT =
  /<cac:ProcurementProjectLot>.*<\/cac:ProcurementProjectLot>|<efac:LotResult>.*<\/efac:LotResult>/gs

/** What was published of one procedure: a result and, later, what was changed in it. */
async function published(db: Database, lots: 1 | 2): Promise<void> {
  const notice = (id: string, more: { endsOn: string; isModified?: boolean }) => {
    const buyers = [{ name: 'Røyrvik kommune', number: '964982120' }]
    const told = { procedure: PROCEDURE, title: 'Tilsyn', cpv: '85300000', publishedOn: '2026-01-10', buyers }
    const text = contractNoticeXml({ id, ...told, ...more })
    if (lots === 1) return text
    return text.replace(LOT, (part) => part + part.replaceAll('LOT-0001', 'LOT-0002'))
  }
  const texts = [
    notice(COMPETITION, { endsOn: '2027-10-31' }),
    notice('cccccccc-0000-4000-8000-000000000003', { endsOn: '2027-11-30', isModified: true }),
  ]
  async function* files() {
    for (const [place, text] of texts.entries())
      yield { name: `${place}.xml`, bytes: new TextEncoder().encode(text) }
  }
  await importNotices({ db, now }, files())
}

async function daysOnRadar(db: Database, { lots, notice }: { lots: 1 | 2; notice: string }) {
  await published(db, lots)
  const royrvik = await municipalityId(db, '5043')
  const lead = await aPerson(db, { organisation: royrvik, roles: ['coordinator'] })
  const begun = { lead: royrvik, by: lead.personId, step: 'contract', audience: 'own' } as const
  const { id } = await aProcurement(db, { ...begun, facts: { themes: ['trygghetsalarm'], notice } })
  const form = ContractForm.parse({
    ...{ supplier: 'Trygg AS', whose: '', signedOn: '', startsOn: '2026-01-01', endsOn: '2027-12-31' },
    ...{ latestEndsOn: '', options: '', optionNoticeOn: '', followUpMonths: '', indicators: '' },
  })
  const noted = { id, contract: JointContractId.parse(newId()), form }
  expect(await noteContract({ db, now }, lead, noted)).toMatchObject({ ok: true })
  const question = { ...QUESTION, circle: 'around' } as const
  const days = async (reader: typeof lead | null) => {
    const { groups } = await readRadar({ db, now, jointEnds: radarEnds }, question, reader)
    return groups.flatMap(({ items }) => items.map(({ on }) => on)).toSorted()
  }
  return { ours: await days(lead), theirs: await days(null) }
}

test('a contract that its notices tell of too stands once, with the days that are noted, for those who may know of it', () =>
  withCatalogue(async (db) => {
    expect(await daysOnRadar(db, { lots: 1, notice: `${COMPETITION}-01` })).toEqual({
      ours: ['2027-12-31'],
      theirs: ['2027-11-30'],
    })
  }))

test.each([
  { lots: 2, notice: `${COMPETITION}-01`, ours: ['2027-11-30', '2027-11-30', '2027-12-31'] },
  { lots: 1, notice: '2026-123456', ours: ['2027-11-30', '2027-12-31'] },
] as const)('of $lots lot(s) in $notice it is not guessed what is ours', ({ ours, ...known }) =>
  withCatalogue(async (db) => expect((await daysOnRadar(db, known)).ours).toEqual(ours)),
)

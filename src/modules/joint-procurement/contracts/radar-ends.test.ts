import { expect, test } from 'vitest'
import { changeContract, noteContract, radarEnds } from '#src/modules/joint-procurement/index.ts'
import { readRadar } from '#src/modules/needs/index.ts'
import { newId } from '#src/platform/ids.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
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
    const facts = { themes: ['trygghetsalarm'] }
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
    const facts = { themes: ['trygghetsalarm'] }
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

import { expect, test } from 'vitest'
import { findCase } from '#src/modules/catalogue/index.ts'
import { ContractForm, JointContractId, type ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import { contractsOf } from '#src/modules/joint-procurement/contracts/contracts-repository.ts'
import {
  duesOf,
  findProcurement,
  makeCase,
  measurementsOf,
  noteBenefit,
  noteContract,
  noteRollOut,
  rollOutsOf,
  withdrawParticipant,
} from '#src/modules/joint-procurement/index.ts'
import { publishDraft, readDraft, readForm } from '#src/modules/sharing/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { BenefitForm, RollOutForm } from './benefit-forms.ts'
import { closeShared } from './close-shared.ts'
import { remindAll } from './remind.ts'

const at = (day: string) => () => new Date(`${day}T10:41:00Z`)
const now = at('2026-11-22')
const inUse = (on: string) => RollOutForm.parse({ status: 'in-use', on, words: '' })
const measured = (told: object = {}) =>
  BenefitForm.parse({
    ...{ months: '3', on: '2026-11-20', isMeasured: 'ja', what: 'Nattbesøk per uke', baseline: '40' },
    ...{ target: '20', value: '18', unit: 'besøk', method: 'Telling', grade: 'measured', why: '', ...told },
  })

async function aScene(db: Database, step: 'roll-out' | 'benefit' = 'benefit') {
  const [bodo, royrvik] = [await municipalityId(db, '1804'), await municipalityId(db, '5043')]
  const lead = await aPerson(db, { organisation: bodo, roles: ['coordinator'] })
  const member = await aPerson(db, { organisation: royrvik, roles: ['contributor'] })
  const one = await aProcurement(db, {
    lead: bodo,
    by: lead.personId,
    step,
    facts: {
      themes: ['trygghetsalarm'],
      requirementsUrl: 'https://bodo.example/krav',
      strategy: 'Vi spurte nattevaktene',
    },
    leadStanding: { mailbox: 'innkjop@bodo.example' },
    others: [{ organisation: royrvik }, { organisation: await municipalityId(db, '4621'), role: 'follower' }],
  })
  return { id: one.id, bodo, royrvik, lead, member, context: { db, now } }
}

test('each notes its own way into use; steps are added, never changed', () =>
  withCatalogue(async (db) => {
    const { id, bodo, royrvik, member, context } = await aScene(db)
    const note = async (form: RollOutForm, organisation = royrvik) => {
      const done = await noteRollOut(context, member, { id, organisation, form })
      return done.ok ? 'ok' : done.failure.kind
    }
    expect(await note(inUse('2026-08-20'))).toBe('ok')
    expect(await note(inUse('2026-08-20'), bodo)).toBe('notAllowed')
    expect(await note(inUse('2026-08-19'))).toBe('beforeLast')
    expect(await note(inUse('2026-11-23'))).toBe('inFuture')
    expect(RollOutForm.safeParse({ status: 'stopped', on: '2026-11-20', words: '' }).success).toBe(false)
    await note(RollOutForm.parse({ status: 'stopped', on: '2026-11-20', words: 'For dyrt' }))
    expect((await rollOutsOf(db, id)).map(({ status }) => status)).toEqual(['in-use', 'stopped'])
  }))

test('a benefit is measured after it was taken into use, or it is said why not; nothing is made of nothing', () =>
  withCatalogue(async (db) => {
    const { id, royrvik, member, context } = await aScene(db)
    const note = async (form: BenefitForm) => {
      const done = await noteBenefit(context, member, { id, organisation: royrvik, form })
      return done.ok ? 'ok' : done.failure.kind
    }
    expect(await note(measured())).toBe('notInUse')
    await noteRollOut(context, member, { id, organisation: royrvik, form: inUse('2026-08-20') })
    expect(await note(measured({ on: '2026-08-19' }))).toBe('beforeUse')
    expect(await note(measured())).toBe('ok')
    expect(await note(measured({ value: '17' }))).toBe('ok')
    expect(await note(measured({ months: '12', isMeasured: 'nei', why: 'Vi manglet nullpunkt' }))).toBe('ok')
    const told = await measurementsOf(db, id)
    expect(told).toMatchObject([
      { months: 3, version: 2, measured: { value: '17', grade: 'measured' } },
      { months: 12, measured: { notMeasured: 'Vi manglet nullpunkt' } },
    ])
    const today = Temporal.PlainDate.from('2026-11-22')
    const asked = { organisations: [royrvik], steps: await rollOutsOf(db, id), measurements: told, today }
    expect(duesOf(asked).map(({ months, on }) => `${months} ${on}`)).toEqual(['24 2028-08-20'])
  }))

test.each([
  [{ method: '' }, 'method', 'jointBenefit.method.missing'],
  [{ value: '' }, 'value', 'jointBenefit.value.missing'],
  [{ grade: 'potential' }, 'grade', 'jointBenefit.grade.missing'],
  [{ isMeasured: 'nei', why: '' }, 'why', 'jointBenefit.why.missing'],
  [{ months: '7' }, 'months', 'jointBenefit.months.missing'],
])('a measurement with %j is refused at %s', (wrong, field, message) => {
  const good = {
    months: '3',
    on: '2026-11-20',
    isMeasured: 'ja',
    what: 'Nattbesøk',
    baseline: '',
    target: '',
  }
  const read = BenefitForm.safeParse({
    ...{ ...good, value: '18', unit: 'besøk', method: 'Telling', grade: 'measured', why: '' },
    ...wrong,
  })
  expect(read.error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([[field, message]])
})

test('each is reminded once of what has come due, and of a contract as its end comes nearer', () =>
  withCatalogue(async (db) => {
    const { id, royrvik, lead, member, context } = await aScene(db)
    await noteRollOut(context, member, { id, organisation: royrvik, form: inUse('2026-08-20') })
    const contract = ContractForm.parse({
      ...{ supplier: 'Trygg AS', whose: '', signedOn: '', startsOn: '2026-01-01', endsOn: '2027-05-20' },
      ...{ latestEndsOn: '', options: '', optionNoticeOn: '', followUpMonths: '', indicators: '' },
    })
    await noteContract(context, lead, { id, contract: JointContractId.parse(newId()), form: contract })
    expect(await contractsOf(db, id)).toHaveLength(1)
    // Six months before the end for both who buy, and three months of use for one of them.
    expect(await remindAll({ db, now })).toBe(3)
    expect(await remindAll({ db, now })).toBe(0)
    expect(await remindAll({ db, now: at('2027-02-20') })).toBe(2)
    const told = await db.selectFrom('event').select('payload').where('kind', '=', 'joint.reminder').execute()
    expect(told.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ organisation: royrvik, about: 'benefit', what: '3', on: '2026-11-20' }),
    )
  }))

test('the case is filled in from all that is known, begun once, and closes the joint procurement when it is published', () =>
  withCatalogue(async (db) => {
    const { id, royrvik, lead, member, context } = await aScene(db)
    await noteRollOut(context, member, { id, organisation: royrvik, form: inUse('2026-08-20') })
    await noteBenefit(context, member, { id, organisation: royrvik, form: measured() })
    await leave(db, id)
    expect(await makeCase(context, member, id)).toEqual({ ok: false, failure: { kind: 'notAllowed' } })
    const made = await makeCase(context, lead, id)
    if (!made.ok) throw new Error(made.failure.kind)
    expect(await makeCase(context, lead, id)).toEqual(made)
    expect(await closeShared(context)).toBe(0)

    const draft = await readDraft(db, lead, made.value)
    expect(draft?.origin).toEqual({ kind: 'joint-procurement', id })
    if (!draft) throw new Error('The draft is not there')
    const { told, problems } = readForm(draft)
    expect(problems).toEqual([])
    expect(told).toMatchObject({
      who: { joint: true, parties: [{ role: 'lead' }, { role: 'participant' }] },
      lessons: [{ text: expect.stringContaining('Vi fikk ny ledelse') }],
      need: { text: 'Tryggere netter med færre besøk' },
      effects: [
        { grade: 'measured', method: 'Telling', figure: { value: '18', unit: 'besøk' }, baseline: '40' },
      ],
      provenance: { note: expect.stringContaining(id) },
    })
    const published = await publishDraft(context, lead, draft)
    if (!published.ok) throw new Error(JSON.stringify(published.failure))
    expect(await closeShared(context)).toBe(1)
    expect(await closeShared(context)).toBe(0)
    const after = await findProcurement(db, id)
    expect(after).toMatchObject({ step: 'shared', ended: { outcome: 'closed' } })
    expect(after?.steps.at(-1)?.step).toBe('shared')
    expect(after?.caseId && (await findCase(db, after.caseId))?.status).toBe('found')
  }))

/** The one that only follows leaves, and says why. */
async function leave(db: Database, id: ProcurementId): Promise<void> {
  const voss = await municipalityId(db, '4621')
  const follower = await aPerson(db, { organisation: voss, roles: ['coordinator'] })
  const decided = { decidedOn: '2026-11-20', decidedBy: 'Kommunedirektøren', archiveReference: '' }
  const form = { ...decided, reason: 'Vi fikk ny ledelse', seenStep: 'benefit' }
  const left = await withdrawParticipant({ db, now }, follower, { id, organisation: voss, form })
  if (!left.ok) throw new Error(left.failure.kind)
}

test('one that has not come to benefit has no case to make', () =>
  withCatalogue(async (db) => {
    const { id, lead, context } = await aScene(db, 'roll-out')
    expect(await makeCase(context, lead, id)).toEqual({ ok: false, failure: { kind: 'tooEarly' } })
  }))

import { expect, test } from 'vitest'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { newId } from '#src/platform/ids.ts'
import {
  FACT_FORMS,
  ParticipantStanding,
  ProcurementFacts,
  ProcurementId,
  STANDING_FORMS,
  type Step,
} from './contract.ts'
import type { JointProcurement, Participant } from './joint-procurement.ts'
import { proposePaths } from './propose-path.ts'
import { realisticDates } from './realistic-dates.ts'

const [LEAD, SMALL] = [OrganisationId.parse(newId()), OrganisationId.parse(newId())]
const today = Temporal.PlainDate.from('2026-11-22')

function aParticipant(organisation: OrganisationId, anchoring: object | null): Participant {
  return {
    organisation,
    role: organisation === LEAD ? 'lead' : 'participant',
    status: 'interested',
    standing: ParticipantStanding.parse({ anchoring }),
    version: 1,
    joinedAt: new Date(),
    decidedAt: null,
  }
}

function aJoint(step: Step, participants: readonly Participant[]): JointProcurement {
  return {
    id: ProcurementId.parse(newId()),
    title: 'Digitalt tilsyn',
    path: 'joint-framework',
    step,
    ended: null,
    lead: LEAD,
    demand: null,
    audience: 'own',
    facts: ProcurementFacts.parse({}),
    version: 1,
    gateRound: 1,
    lockedAt: null,
    caseId: null,
    draft: null,
    begunAt: new Date(),
    changedAt: new Date(),
    participants,
    steps: [],
  }
}

test('the council that meets last decides when all can publish, and each sees its own date', () => {
  const joint = aJoint('anchoring', [
    aParticipant(LEAD, { body: 'council', decidedOn: '2026-11-05' }),
    aParticipant(SMALL, { body: 'council', meetingOn: '2027-03-18' }),
  ])
  const dates = realisticDates(joint, today)
  const [lead, small] = dates?.each ?? []
  expect(lead).toMatchObject({ because: 'decided' })
  expect(small).toMatchObject({ because: 'meeting' })
  expect(lead?.anchored.toString()).toBe('2026-11-05')
  // What comes after the anchoring takes at least four and a half months: 135 days.
  expect(lead?.publication.toString()).toBe(today.add({ days: 135 }).toString())
  expect(small?.publication.toString()).toBe('2027-07-31')
  expect(dates?.earliest.toString()).toBe('2027-07-31')
})

test('one that has told nothing is reckoned with the usual two months, after what is left before', () => {
  const [one] = realisticDates(aJoint('strategy', [aParticipant(LEAD, null)]), today)?.each ?? []
  expect(one).toMatchObject({ because: 'usual' })
  expect(one?.anchored.toString()).toBe(today.add({ days: 30 + 60 }).toString())
})

test('what is published, and what never will be, has no date to be published', () => {
  const all = [aParticipant(LEAD, null)]
  expect(realisticDates(aJoint('competition', all), today)).toBeNull()
  expect(realisticDates({ ...aJoint('dialogue', all), path: 'signal-only' }, today)).toBeNull()
})

const MUNICIPALITY = { leadKind: 'municipality', buyers: 5 } as const

test('how new it must be weighs before who buys', () => {
  const cooperative = { leadKind: 'purchasing-cooperative', buyers: 14 } as const
  const first = (asked: Parameters<typeof proposePaths>[0]) => proposePaths(asked)[0]
  expect(first({ ...cooperative, innovationHeight: 'develop', buysAgain: true })).toEqual({
    path: 'innovation-partnership',
    because: 'boughtInside',
  })
  expect(first({ ...cooperative, innovationHeight: 'adapt', buysAgain: true })?.path).toBe('central-body')
  expect(first({ ...MUNICIPALITY, innovationHeight: null, buysAgain: true })?.path).toBe('signal-only')
})

test('what is bought again and again is a framework, what is bought once a contract each', () => {
  const paths = (buysAgain: boolean | null, buyers = 5) =>
    proposePaths({ ...MUNICIPALITY, innovationHeight: 'exists', buysAgain, buyers }).map(({ path }) => path)
  expect(paths(true)).toEqual(['joint-framework'])
  expect(paths(false)).toEqual(['joint-competition'])
  expect(paths(null, 2)).toEqual(['joint-framework', 'joint-competition', 'parallel'])
})

test('numbers and days are read as people write them, and what is wrong is told at its field', () => {
  const strategy = { strategy: '', publishOn: '', optionsUntil: '', independence: '', archiveReference: '' }
  const read = (estimate: string, maximum: string) =>
    FACT_FORMS.strategy.safeParse({ ...strategy, estimate, maximum })
  expect(read('4 000 000', '6\u00a0000\u00a0000').data).toMatchObject({
    estimate: 4_000_000,
    maximum: 6_000_000,
  })
  expect(read('', '').data).toMatchObject({ estimate: null, maximum: null })
  expect(read('4 000 000', '3 000 000').error?.issues[0]).toMatchObject({
    path: ['maximum'],
    message: 'joint.wrong.maximum',
  })
  for (const typed of ['4 mill', '-1', '0', '1,5'])
    expect(read(typed, '').error?.issues[0]?.path, typed).toEqual(['estimate'])
})

test('a decision below the council rests on a delegation, and is dated', () => {
  const typed = {
    meetingOn: '',
    decidedOn: '2026-11-05',
    delegation: '',
    documentUrl: '',
    archiveReference: '',
  }
  const wrong = (told: object) =>
    STANDING_FORMS.anchoring.safeParse({ ...typed, ...told }).error?.issues.map(({ path }) => path[0])
  expect(wrong({ body: 'council' })).toBeUndefined()
  expect(wrong({ body: 'chief-executive' })).toEqual(['delegation'])
  expect(wrong({ body: 'council', decidedOn: '' })).toEqual(['decidedOn'])
  expect(wrong({ body: 'council', documentUrl: 'javascript:alert(1)' })).toEqual(['documentUrl'])
})

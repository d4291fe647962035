import fc from 'fast-check'
import { expect, test } from 'vitest'
import { messagesIn } from '#src/messages/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { newId } from '#src/platform/ids.ts'
import { LANGUAGES } from '#src/platform/language.ts'
import type { Surroundings } from './conditions.ts'
import {
  CONDITIONS,
  PATHS,
  ParticipantStanding,
  type Path,
  ProcurementFacts,
  ProcurementId,
  STEPS,
  type Step,
} from './contract.ts'
import type { JointProcurement, Participant } from './joint-procurement.ts'
import {
  drawLife,
  earlierSteps,
  hindrances,
  isListClosed,
  isPublished,
  nextStep,
  placeOnPath,
  stepsOf,
  whoseTurn,
} from './life.ts'
import { lawsOf, pathFacts, shippedPaths } from './paths.ts'

const [LEAD, OTHER] = [OrganisationId.parse(newId()), OrganisationId.parse(newId())]
const today = Temporal.PlainDate.from('2026-11-22')

/** One who has told all there is to tell. */
const ALL_TOLD = ParticipantStanding.parse({
  intent: { on: '2026-01-10', words: '' },
  anchoring: { body: 'council', decidedOn: '2026-03-01' },
  mandate: { signedBy: 'A', title: 'B', authority: 'C', signedOn: '2026-04-01' },
  costShare: 50,
  signer: 'self',
  requirementsApprovedOn: '2026-06-01',
})
const ALL_KNOWN = ProcurementFacts.parse({
  purpose: 'Tryggere netter',
  strategy: 'Sammen',
  estimate: 4_000_000,
  maximum: 6_000_000,
  costKey: 'agreed',
  agreementWords: 'Slik',
  exitTerms: 'Slik',
  dialogueSummaryOn: '2026-05-01',
  dialogueSummaryUrl: 'https://example.no/dialog',
  requirementsUrl: 'https://example.no/krav',
  notice: '2026-123456',
  publishedOn: '2026-07-01',
  awardedOn: '2026-09-01',
  standstillUntil: '2026-09-15',
  followUpMonths: 3,
})
const NOTHING_AROUND: Surroundings = {
  today,
  passed: new Set(),
  dialogueSummary: false,
  signedContracts: 0,
  rolledOut: new Set(),
  measured: false,
}
const ALL_AROUND: Surroundings = {
  today,
  passed: new Set([LEAD, OTHER]),
  dialogueSummary: true,
  signedContracts: 1,
  rolledOut: new Set([LEAD, OTHER]),
  measured: true,
}

function aParticipant(organisation: OrganisationId, standing: ParticipantStanding): Participant {
  const role = organisation === LEAD ? 'lead' : 'participant'
  return {
    organisation,
    role,
    status: 'interested',
    standing,
    version: 1,
    joinedAt: new Date(),
    decidedAt: null,
  }
}

function aJoint(given: Partial<JointProcurement> = {}): JointProcurement {
  return {
    id: ProcurementId.parse(newId()),
    title: 'Digitalt tilsyn',
    path: 'joint-framework',
    step: 'interest',
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
    participants: [],
    steps: [],
    ...given,
  }
}

const done = (path: Path, step: Step) =>
  aJoint({
    path,
    step,
    facts: ALL_KNOWN,
    draft: newId() as JointProcurement['draft'],
    participants: [aParticipant(LEAD, ALL_TOLD), aParticipant(OTHER, ALL_TOLD)],
  })

const anyPath = fc.constantFrom(...PATHS)
const anyPlace = anyPath.chain((path) =>
  fc.record({ path: fc.constant(path), step: fc.constantFrom(...stepsOf(path)) }),
)

test('every path there is ships with its steps in the order of a life, and with references that exist', () => {
  expect([...shippedPaths().paths.keys()].toSorted()).toEqual([...PATHS].toSorted())
  for (const path of PATHS) {
    const order = stepsOf(path).map((step) => STEPS.indexOf(step))
    expect(order, path).toEqual(order.toSorted((a, b) => a - b))
    expect(new Set(order).size, path).toBe(order.length)
    const { laws, steps } = pathFacts(path)
    expect(lawsOf([...laws, ...steps.flatMap((step) => step.laws)]).length, path).toBeGreaterThan(0)
  }
})

test('a path that is published has the check right before it, and none gets past it', () => {
  for (const path of PATHS) {
    const steps = stepsOf(path)
    const published = steps.indexOf('published')
    if (published < 0) expect(steps, path).not.toContain('contract')
    else expect(steps[published - 1], path).toBe('gate')
    for (const step of steps)
      if (nextStep({ path, step }) === 'published')
        expect(
          hindrances({ joint: done(path, step), around: { ...ALL_AROUND, passed: new Set([LEAD]) } }),
        ).toEqual([{ condition: 'gatePassed', of: [OTHER] }])
  }
})

test('every path reaches its end when everything is told, and no step on the way is a dead end', () => {
  fc.assert(
    fc.property(anyPlace, ({ path, step }) => {
      let joint = done(path, step)
      const seen: Step[] = []
      for (;;) {
        expect(hindrances({ joint, around: ALL_AROUND })).toEqual([])
        const next = nextStep(joint)
        if (next === 'closed') break
        expect(seen).not.toContain(next)
        seen.push(next)
        joint = { ...joint, step: next }
      }
      expect(joint.step).toBe(stepsOf(path).at(-1))
    }),
  )
})

test('in every place of every path somebody has something to do, and it is told what and by whom', () => {
  fc.assert(
    fc.property(anyPlace, fc.boolean(), ({ path, step }, isTold) => {
      const joint = isTold
        ? done(path, step)
        : aJoint({ path, step, participants: [aParticipant(LEAD, ParticipantStanding.parse({}))] })
      const life = { joint, around: isTold ? ALL_AROUND : NOTHING_AROUND }
      expect(whoseTurn(life).length).toBeGreaterThan(0)
      for (const { condition, of } of hindrances(life)) {
        expect(CONDITIONS).toContain(condition)
        expect(of.length).toBeGreaterThan(0)
      }
    }),
  )
  for (const language of LANGUAGES) {
    const { t } = messagesIn(language)
    for (const step of STEPS) expect(t(`joint.step.${step}.what`).length).toBeGreaterThan(20)
    for (const condition of CONDITIONS) expect(t(`joint.condition.${condition}`).length).toBeGreaterThan(5)
  }
})

test('one can go back to every earlier step until it is published, and to none after that', () => {
  fc.assert(
    fc.property(anyPlace, ({ path, step }) => {
      const joint = aJoint({ path, step })
      const before = stepsOf(path).slice(0, stepsOf(path).indexOf(step))
      expect(earlierSteps(joint)).toEqual(isPublished(joint) ? [] : before.toReversed())
      if (isPublished(joint)) expect(isListClosed(joint)).toBe(true)
    }),
  )
})

test('choosing another path never passes anything over, nor brings anybody to the check', () => {
  fc.assert(
    fc.property(anyPlace, anyPath, fc.boolean(), ({ path, step }, other, isTold) => {
      const joint = isTold ? done(path, step) : aJoint({ path, step })
      fc.pre(!isListClosed(joint))
      const around = isTold ? ALL_AROUND : NOTHING_AROUND
      const place = placeOnPath({ joint, around }, other)
      expect(stepsOf(other)).toContain(place)
      expect(isListClosed({ path: other, step: place })).toBe(false)
      const passedOver = stepsOf(other).slice(0, stepsOf(other).indexOf(place))
      for (const one of passedOver) {
        const there = { ...joint, path: other, step: one }
        expect(hindrances({ joint: there, around })).toEqual([])
      }
    }),
  )
})

test('until it is published, what was undone stands in the way again; afterwards it does not', () => {
  const dialogue = done('joint-framework', 'dialogue')
  const [lead] = dialogue.participants
  if (!lead) throw new Error('There is no lead')
  const newcomer = aParticipant(OTHER, ParticipantStanding.parse({}))
  const behind = hindrances({ joint: { ...dialogue, participants: [lead, newcomer] }, around: ALL_AROUND })
  expect(behind.map(({ condition, of }) => [condition, of])).toEqual([
    ['intents', [OTHER]],
    ['anchored', [OTHER]],
    ['costShares', [OTHER]],
    ['mandates', [OTHER]],
  ])
  const published = { ...dialogue, step: 'competition' as const, participants: [lead, newcomer] }
  expect(hindrances({ joint: published, around: ALL_AROUND })).toEqual([])
})

test('a life is drawn from what is done to what is ahead, with one place to be', () => {
  const drawn = drawLife(aJoint({ step: 'anchoring' }))
  expect(drawn.map(({ place }) => place)).toEqual([
    ...Array<string>(4).fill('done'),
    'now',
    ...Array<string>(13).fill('ahead'),
  ])
})

import { expect, test } from 'vitest'
import type { ParticipantStanding } from '#src/modules/joint-procurement/contract.ts'
import {
  GATE_POINTS,
  type GateInput,
  type GatePointId,
  gatePoints,
  letsThrough,
  pointText,
  shippedGate,
} from '#src/modules/joint-procurement/index.ts'
import { ParticipantStanding as Standing } from '#src/modules/joint-procurement/participant-standing.ts'
import { ProcurementFacts } from '#src/modules/joint-procurement/procurement-facts.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { newId } from '#src/platform/ids.ts'
import { READY_FACTS, READY_STANDING } from '#src/testing/gate.ts'
import { seededRandom } from '#src/testing/seeded-random.ts'

const LEAD = OrganisationId.parse(newId())
const SMALL = OrganisationId.parse(newId())
const at = new Date('2026-11-01T09:00:00Z')

type Part = GateInput['procurement']['participants'][number]

function part(organisation: OrganisationId, over: Partial<Part> = {}): Part {
  const standing = Standing.parse(READY_STANDING)
  return {
    organisation,
    role: organisation === LEAD ? 'lead' : 'participant',
    status: 'interested',
    standing,
    version: 1,
    joinedAt: at,
    decidedAt: at,
    ...over,
  }
}

function input(over: Partial<GateInput['procurement']> = {}, more: Partial<GateInput> = {}): GateInput {
  return {
    procurement: {
      id: newId() as GateInput['procurement']['id'],
      title: 'Digitalt tilsyn',
      path: 'joint-framework',
      step: 'gate',
      ended: null,
      lead: LEAD,
      demand: null,
      audience: 'public-employees',
      facts: ProcurementFacts.parse(READY_FACTS),
      version: 1,
      gateRound: 1,
      lockedAt: at,
      caseId: null,
      draft: null,
      begunAt: at,
      changedAt: at,
      participants: [part(LEAD), part(SMALL)],
      steps: [],
      ...over,
    },
    parties: new Map([
      [LEAD, { name: 'Bodø kommune', number: '972418013', kind: 'municipality', inhabitants: 53_000 }],
      [SMALL, { name: 'Røyrvik kommune', number: '964982120', kind: 'municipality', inhabitants: 400 }],
    ]),
    dialogueSummary: false,
    draft: null,
    today: '2026-11-22',
    ...more,
  }
}

const withStanding = (standing: Partial<ParticipantStanding>) =>
  input({
    participants: [part(LEAD), part(SMALL, { standing: Standing.parse({ ...READY_STANDING, ...standing }) })],
  })
const withFacts = (facts: Partial<ProcurementFacts>) =>
  input({ facts: ProcurementFacts.parse({ ...READY_FACTS, ...facts }) })

function found(given: GateInput, id: GatePointId) {
  const point = gatePoints(given).find((one) => one.id === id)
  return point && [point.state, point.problems.map(({ code }) => code).join(' '), point.turn]
}

test('when all is told every point lets through, and only what no program can tell is left to people', () => {
  const points = gatePoints(input())
  expect(points.filter((point) => !letsThrough(point))).toEqual([])
  expect(points.filter(({ state }) => state === 'judge').map(({ id }) => id)).toEqual(['draft-notice'])
  expect(points.map(({ id }) => id)).toEqual(GATE_POINTS)
})

test('a buyer whose number nobody knows stops the gate until it is filled in, and it is its own turn', () => {
  const parties = new Map(input().parties)
  parties.set(SMALL, { name: 'Haram kommune', number: null, kind: 'municipality', inhabitants: 9460 })
  expect(found(input({}, { parties }), 'named')).toEqual(['missing', 'number-missing', [SMALL]])
  const filledIn = { ...withStanding({ organisationNumber: '964982120' }), parties }
  expect(found(filledIn, 'named')?.[0]).toBe('fulfilled')
  const wrong = { ...withStanding({ organisationNumber: '964982598' }), parties }
  expect(found(wrong, 'named')?.[0]).toBe('missing')
})

test.each<[string, GateInput, GatePointId, string]>([
  ['one alone', input({ participants: [part(LEAD)] }), 'named', 'nobody-else'],
  [
    'one who has not answered',
    input({ participants: [part(LEAD), part(SMALL), part(SMALL, { status: 'invited' })] }),
    'all-answered',
    'undecided',
  ],
  [
    'a lead who does not buy',
    input({ participants: [part(SMALL), part(SMALL)] }),
    'lead-flagged',
    'lead-not-among-them',
  ],
  [
    'a host that buys for nobody',
    input({ path: 'host-buys', participants: [part(LEAD)] }),
    'host-and-principals',
    'host-alone',
  ],
  [
    'an option without a day',
    input({ participants: [part(LEAD), part(SMALL, { role: 'option' })] }),
    'options-named',
    'option-without-date',
  ],
  [
    'a decision that is to come',
    withStanding({ anchoring: { ...READY_STANDING.anchoring, decidedOn: null, meetingOn: '2026-12-10' } }),
    'anchored',
    'decision-to-come',
  ],
  [
    'a decision without its delegation',
    withStanding({ anchoring: { ...READY_STANDING.anchoring, delegation: '' } }),
    'anchored',
    'delegation-missing',
  ],
  ['no decision', withStanding({ anchoring: null }), 'anchored', 'not-anchored'],
  ['no mandate', withStanding({ mandate: null }), 'mandates', 'mandate-missing'],
  [
    'a mandate without authority',
    withStanding({ mandate: { ...READY_STANDING.mandate, authority: '' } }),
    'mandates',
    'mandate-incomplete',
  ],
  ['no signer', withStanding({ signer: null }), 'signers', 'signer-missing'],
  ['a host that is not there', withStanding({ signer: 'host' }), 'signers', 'signed-by-host-without-host'],
  ['no maximum', withFacts({ maximum: null }), 'value', 'maximum-missing'],
  ['a maximum below the estimate', withFacts({ maximum: 7_999_999 }), 'value', 'maximum-lower'],
  ['shares that are not a whole', withFacts({ costKey: 'agreed' }), 'costs-and-exit', 'share-missing'],
  ['no terms for leaving', withFacts({ exitTerms: '' }), 'costs-and-exit', 'exit-missing'],
  ['no summary', withFacts({ dialogueSummaryUrl: null }), 'dialogue-summary', 'summary-missing'],
  [
    'a summary that is to come',
    withFacts({ dialogueSummaryOn: '2026-12-24' }),
    'dialogue-summary',
    'summary-to-come',
  ],
  [
    'requirements not approved',
    withStanding({ requirementsApprovedOn: null }),
    'requirements-approved',
    'requirements-missing',
  ],
  [
    'independence not declared',
    withStanding({ independenceOn: null }),
    'independence',
    'independence-missing',
  ],
  ['no archive reference', withFacts({ archiveReference: '' }), 'archive-reference', 'archive-missing'],
])('%s stops the gate, and it says why', (_, given, id, code) => {
  expect(found(given, id)?.slice(0, 2)).toEqual(['missing', code])
})

test('a host beside the lead acts for itself, and nothing waits for a mandate it has nobody to give to', () => {
  const standing = Standing.parse({ ...READY_STANDING, mandate: null })
  const participants = [part(LEAD), part(SMALL, { role: 'host', standing })]
  expect(found(input({ participants }), 'mandates')).toEqual(['fulfilled', '', []])
})

test('whoever buys with a notice of its own needs no mandate, host or cost key', () => {
  const apart = input({ path: 'parallel' })
  const states = new Map(gatePoints(apart).map(({ id, state }) => [id, state]))
  for (const id of [
    'lead-flagged',
    'host-and-principals',
    'mandates',
    'signers',
    'costs-and-exit',
    'draft-notice',
  ] as const)
    expect([id, states.get(id)]).toEqual([id, 'not-applicable'])
})

test('a summary that was published here is enough, and a follower has nothing to do', () => {
  expect(
    found(
      input(
        { facts: ProcurementFacts.parse({ ...READY_FACTS, dialogueSummaryOn: null }) },
        { dialogueSummary: true },
      ),
      'dialogue-summary',
    )?.[0],
  ).toBe('fulfilled')
  const follower = part(OrganisationId.parse(newId()), { role: 'follower', standing: Standing.parse({}) })
  const points = gatePoints(input({ participants: [part(LEAD), part(SMALL), follower] }))
  expect(points.filter((point) => !letsThrough(point))).toEqual([])
})

test('whatever is left out, the gate is shut exactly when something is missing, and somebody has the turn', () => {
  const { fraction } = seededRandom(20261122)
  const keys = Object.keys(READY_FACTS) as (keyof ProcurementFacts)[]
  const own = Object.keys(READY_STANDING) as (keyof ParticipantStanding)[]
  let shut = 0
  for (let round = 0; round < 400; round += 1) {
    const without = <Key extends string>(all: readonly Key[]) => all.filter(() => fraction() < 0.15)
    const [facts, standing] = [without(keys), without(own)]
    const left = (whole: object, gone: readonly string[]) =>
      Object.fromEntries(Object.entries(whole).filter(([key]) => !gone.includes(key)))
    const given = input({
      facts: ProcurementFacts.parse(left(READY_FACTS, facts)),
      participants: [part(LEAD), part(SMALL, { standing: Standing.parse(left(READY_STANDING, standing)) })],
    })
    const missing = gatePoints(given).filter((point) => !letsThrough(point))
    const needed = [
      ...facts.filter((key) => !['publishOn', 'agreementWords'].includes(key)),
      ...standing.filter((key) => key !== 'volume'),
    ]
    expect(missing.length > 0, `${needed}`).toBe(needed.length > 0)
    for (const { turn, problems } of missing)
      expect([turn.length > 0, problems.length > 0]).toEqual([true, true])
    if (missing.length > 0) shut += 1
  }
  expect(shut).toBeGreaterThan(100)
})

test('every point has its name, why it is there, and dated sources that nobody has vouched for as a lawyer', () => {
  for (const id of GATE_POINTS) {
    const { title, why, laws } = pointText(id)
    for (const words of [title, why])
      for (const text of Object.values(words)) expect(text.length).toBeGreaterThan(10)
    expect(laws.length).toBeGreaterThan(0)
    for (const law of laws) expect(law.lastChecked).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  }
  expect(shippedGate().vouchedBy.nb).toContain('kke kontrollert av jurist')
})

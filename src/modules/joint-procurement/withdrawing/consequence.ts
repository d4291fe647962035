import { z } from 'zod'
import { STEPS, type Step } from '#src/modules/joint-procurement/contract.ts'
import {
  buyers,
  carriers,
  type JointProcurement,
  type Participant,
} from '#src/modules/joint-procurement/joint-procurement.ts'
import { unitKey } from '#src/modules/needs/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { costShares, type Sharing } from './cost-shares.ts'

/** How far the procurement has come, as far as it matters to one who leaves. */
export const STAGES = ['before-gate', 'published', 'awarded', 'contract'] as const
export type Stage = (typeof STAGES)[number]

/** What follows when somebody withdraws; the words are `jointWithdraw.point.<point>`. */
export const CONSEQUENCE_POINTS = [
  'lead-first',
  'drops-out',
  'only-follows',
  'had-option',
  'host-needed',
  'costs-anew',
  'gate-anew',
  'volume-falls',
  'change-before-award',
  'tell-suppliers',
  'change-after-award',
  'contract-binds',
  'change-of-contract',
  'cannot-return',
  'too-few',
  'exit-terms',
  'exit-terms-unknown',
] as const

const Part = z.object({ organisation: OrganisationId, before: z.number(), after: z.number().nullable() })

/** What was shown of what follows, as it is kept with the withdrawal. */
export const Consequence = z.object({
  stage: z.enum(STAGES),
  points: z.array(z.enum(CONSEQUENCE_POINTS)),
  /** By unit: what falls away, and how much there was. */
  volume: z.array(z.object({ unit: z.string(), falls: z.number(), of: z.number() })),
  /** Each one's part of the costs before and after, in per cent; null where the key cannot tell. */
  costs: z.array(Part).nullable(),
  exitTerms: z.string(),
})
export type Consequence = z.infer<typeof Consequence>
export type ConsequencePoint = Consequence['points'][number]

type Inhabitants = ReadonlyMap<OrganisationId, number>

/** What follows when this participant withdraws where the procurement is now. It decides nothing: people assess. */
export function consequenceOf(
  one: JointProcurement,
  leaving: Participant,
  inhabitants: Inhabitants,
): Consequence {
  const stage = stageOf(one.step)
  const buys = leaving.role !== 'follower'
  const left = buyers(one).filter(({ organisation }) => organisation !== leaving.organisation)
  const costs = buys ? costsOf({ one, leaving, left, inhabitants }) : null
  const volume = buys ? volumeOf(buyers(one), leaving) : []
  const { exitTerms } = one.facts
  return {
    stage,
    points: pointsOf({ one, leaving, stage, left, hasVolume: volume.length > 0 }),
    volume,
    costs,
    exitTerms,
  }
}

export function stageOf(step: Step): Stage {
  const place = STEPS.indexOf(step)
  if (place < STEPS.indexOf('published')) return 'before-gate'
  if (place < STEPS.indexOf('award')) return 'published'
  return place < STEPS.indexOf('contract') ? 'awarded' : 'contract'
}

type Leaving = {
  readonly one: JointProcurement
  readonly leaving: Participant
  readonly stage: Stage
  readonly left: readonly Participant[]
  readonly hasVolume: boolean
}

function pointsOf({ one, leaving, stage, left, hasVolume }: Leaving): ConsequencePoint[] {
  const { role } = leaving
  if (role === 'follower') return ['only-follows']
  const needed = [
    ['lead-first', role === 'lead'],
    ['had-option', role === 'option'],
    ['host-needed', role === 'host'],
    ...BY_STAGE[stage].map((point) => [point, point !== 'volume-falls' || hasVolume] as const),
    ['cannot-return', stage !== 'before-gate'],
    ['too-few', left.length < 2],
    ['exit-terms', one.facts.exitTerms !== ''],
    ['exit-terms-unknown', one.facts.exitTerms === ''],
  ] as const satisfies readonly (readonly [ConsequencePoint, boolean])[]
  return needed.flatMap(([point, holds]) => (holds ? [point] : []))
}

const BY_STAGE = {
  'before-gate': ['drops-out', 'costs-anew', 'gate-anew'],
  published: ['volume-falls', 'costs-anew', 'change-before-award', 'tell-suppliers'],
  awarded: ['volume-falls', 'costs-anew', 'change-after-award', 'tell-suppliers'],
  contract: ['contract-binds', 'volume-falls', 'change-of-contract', 'costs-anew'],
} as const satisfies Record<Stage, readonly ConsequencePoint[]>

type Costs = Omit<Leaving, 'stage' | 'hasVolume'> & { readonly inhabitants: Inhabitants }

function costsOf({ one, leaving, left, inhabitants }: Costs): Consequence['costs'] {
  const sharing = (those: readonly Participant[]): readonly Sharing[] =>
    those.map(({ organisation, standing }) => ({
      organisation,
      inhabitants: inhabitants.get(organisation) ?? null,
      volume: standing.volume?.amount ?? null,
      agreed: standing.costShare,
    }))
  const before = costShares(one.facts.costKey, sharing(carriers(one)))
  const after = costShares(one.facts.costKey, sharing(left.filter(({ role }) => role !== 'option')))
  if (!before) return null
  return [...before].map(([organisation, share]) => ({
    organisation,
    before: share,
    after: organisation === leaving.organisation ? null : (after?.get(organisation) ?? null),
  }))
}

/** What falls away can only be told of the unit that the one who leaves has counted in. */
function volumeOf(all: readonly Participant[], { standing }: Participant): Consequence['volume'] {
  const { volume } = standing
  if (!volume) return []
  const alike = all.flatMap(({ standing: { volume: other } }) =>
    other && unitKey(other.unit) === unitKey(volume.unit) ? [other.amount] : [],
  )
  return [{ unit: volume.unit, falls: volume.amount, of: alike.reduce((sum, amount) => sum + amount, 0) }]
}

import type { OrganisationKind } from '#src/modules/organisations/contract.ts'
import type { Path, ProcurementFacts } from './contract.ts'

/** Why a path is proposed, or stands beside; the words are `joint.why.<reason>`. */
export const PATH_REASONS = [
  'notKnownYet',
  'boughtInside',
  'severalDevelop',
  'leadIsCentral',
  'leadIsHost',
  'buysAgain',
  'boughtOnce',
  'fewAndAlike',
] as const
export type PathReason = (typeof PATH_REASONS)[number]

export type ProposedPath = { readonly path: Path; readonly because: PathReason }

export type WhoBuysWhat = Pick<ProcurementFacts, 'innovationHeight' | 'buysAgain'> & {
  readonly leadKind: OrganisationKind
  readonly buyers: number
}

/** So few that each can run its own competition with the same requirements. */
const FEW = 2
const CENTRAL: readonly OrganisationKind[] = [
  'purchasing-cooperative',
  'task-community',
  'intermunicipal-company',
]

/**
 * The paths that fit, the best first, each with why. How new the solution must be weighs before who buys: what must be
 * developed has two paths of its own, whoever leads.
 */
export function proposePaths(asked: WhoBuysWhat): readonly ProposedPath[] {
  const { innovationHeight, buysAgain, leadKind, buyers } = asked
  if (innovationHeight === null) return [{ path: 'signal-only', because: 'notKnownYet' }]
  if (innovationHeight === 'develop')
    return [
      { path: 'innovation-partnership', because: 'boughtInside' },
      { path: 'pre-commercial', because: 'severalDevelop' },
    ]
  const proposed: ProposedPath[] = []
  if (CENTRAL.includes(leadKind)) proposed.push({ path: 'central-body', because: 'leadIsCentral' })
  if (leadKind === 'host-cooperation') proposed.push({ path: 'host-buys', because: 'leadIsHost' })
  if (buysAgain !== false) proposed.push({ path: 'joint-framework', because: 'buysAgain' })
  if (buysAgain !== true) proposed.push({ path: 'joint-competition', because: 'boughtOnce' })
  if (buyers <= FEW) proposed.push({ path: 'parallel', because: 'fewAndAlike' })
  return proposed
}

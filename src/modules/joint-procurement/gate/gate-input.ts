import {
  buyers,
  type JointProcurement,
  type Participant,
} from '#src/modules/joint-procurement/joint-procurement.ts'
import type { OrganisationId, OrganisationKind } from '#src/modules/organisations/contract.ts'
import { isOrganisasjonsnummer } from '#src/modules/organisations/index.ts'
import type { DraftFindings } from './draft-findings.ts'

/** What the register knows of one who takes part. */
export type Party = {
  readonly name: string
  readonly number: string | null
  readonly kind: OrganisationKind
  readonly inhabitants: number | null
}
export type Parties = ReadonlyMap<OrganisationId, Party>

/** Everything the check goes by. */
export type GateInput = {
  readonly procurement: JointProcurement
  readonly parties: Parties
  /** Whether the market dialogue of the demand has a summary that was published here. */
  readonly dialogueSummary: boolean
  readonly draft: DraftFindings | null
  /** As `2026-11-22`, where the municipalities are. */
  readonly today: string
}

/** The number it has in the register, or the one it has filled in where the register has none. */
export function numberOf(party: Party | undefined, { standing }: Participant): string | null {
  const number = party?.number ?? standing.organisationNumber
  return number && isOrganisasjonsnummer(number) ? number : null
}

/** Who buys for the others: the one with that role; the lead where the path is that somebody buys for the rest. */
export function hostOf(one: JointProcurement): Participant | null {
  const all = buyers(one)
  const host = all.find(({ role }) => role === 'host')
  if (host) return host
  const isHosted = one.path === 'host-buys' || one.path === 'central-body'
  return isHosted ? (all.find(({ organisation }) => organisation === one.lead) ?? null) : null
}

/** Where each buys for itself with a notice of its own, nobody leads, hosts or pays for another. */
export function buysApart({ path }: JointProcurement): boolean {
  return path === 'parallel' || path === 'signal-only'
}

export function idsOf(participants: readonly Participant[]): readonly OrganisationId[] {
  return participants.map(({ organisation }) => organisation)
}

import { buyers, type Participant } from '#src/modules/joint-procurement/joint-procurement.ts'
import type { OrganisationId, OrganisationKind } from '#src/modules/organisations/contract.ts'
import { type GateInput, hostOf, numberOf, type Parties } from './gate-input.ts'

/** A buyer as the notice asks for it. */
export type BlockBuyer = {
  readonly organisation: OrganisationId
  readonly name: string
  readonly number: string | null
  /** OPP-050. */
  readonly lead: boolean
  /** Buys for the others beside itself. */
  readonly host: boolean
  /** BT-11 and BT-10, where the kind of body tells. */
  readonly legalType: string | null
  readonly activity: string | null
  /** For those who may join later: the last day; null where it is not told, absent for those who buy. */
  readonly option?: { readonly until: string | null }
}

const LEGAL_TYPE: Partial<Record<OrganisationKind, string>> = { municipality: 'la', county: 'ra' }
const ACTIVITY: Partial<Record<OrganisationKind, string>> = { municipality: 'gen-pub', county: 'gen-pub' }

/** Every buyer for the notice's own list: the lead first, then the host, those who buy, and those with an option. */
export function participantBlock({
  procurement,
  parties,
}: Pick<GateInput, 'procurement' | 'parties'>): readonly BlockBuyer[] {
  const host = hostOf(procurement)?.organisation
  const rank = ({ organisation, role }: Participant) =>
    organisation === procurement.lead ? 0 : organisation === host ? 1 : role === 'option' ? 3 : 2
  const nameOf = ({ organisation }: Participant) => parties.get(organisation)?.name ?? ''
  return buyers(procurement)
    .toSorted((a, b) => rank(a) - rank(b) || nameOf(a).localeCompare(nameOf(b), 'nb'))
    .map((one) =>
      toBuyer(one, parties, { lead: procurement.lead, host, last: procurement.facts.optionsUntil }),
    )
}

type Around = {
  readonly lead: OrganisationId
  readonly host: OrganisationId | undefined
  readonly last: string | null
}

function toBuyer(one: Participant, parties: Parties, { lead, host, last }: Around): BlockBuyer {
  const party = parties.get(one.organisation)
  return {
    organisation: one.organisation,
    name: party?.name ?? '',
    number: numberOf(party, one),
    lead: one.organisation === lead,
    host: one.organisation === host,
    legalType: (party && LEGAL_TYPE[party.kind]) ?? null,
    activity: (party && ACTIVITY[party.kind]) ?? null,
    ...(one.role === 'option' && { option: { until: one.standing.optionUntil ?? last } }),
  }
}

import type { OrganisationId, OrganisationKind } from '#src/modules/organisations/contract.ts'
import {
  ensureOrganisation,
  findOrganisation,
  isOrganisasjonsnummer,
  organisationKind,
  type Register,
  readRegister,
} from '#src/modules/organisations/index.ts'
import { nutsCounty } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Buyer, Notice, NoticeOrganisation, Winner } from './notice.ts'
import { type PartyIdentities, readPartyIdentities, saidOf } from './party-identities-repository.ts'

/** Who is known, who a person has said somebody is, and who has been met in this transaction. */
export type OrganisationLinks = {
  readonly register: Register
  readonly said: PartyIdentities
  readonly met: Map<string, OrganisationId>
}

export async function readLinks(tx: Database): Promise<OrganisationLinks> {
  return { register: await readRegister(tx), said: await readPartyIdentities(tx), met: new Map() }
}

export type LinkedOrganisations = {
  readonly buyers: readonly (Linked & { readonly buyer: Buyer })[]
  readonly winners: readonly (Linked & { readonly winner: Winner; readonly lot: string | null })[]
}

type Linked = {
  readonly organisation: OrganisationId | null
  /** Because a person has said who is written so. */
  readonly recognised: boolean
}

/** Buyers and winners as organisations: those that are known, and those whose number proves that they exist. */
export async function linkOrganisations(
  tx: Database,
  links: OrganisationLinks,
  notice: Notice,
): Promise<LinkedOrganisations> {
  const buyers: LinkedOrganisations['buyers'][number][] = []
  for (const buyer of notice.buyers) {
    const said = saidOf(links.said, 'buyer', buyer)
    const organisation = said === undefined ? await linkBuyer(tx, links, { buyer, notice }) : said
    buyers.push({ buyer, organisation, recognised: said !== undefined })
  }
  const winners: LinkedOrganisations['winners'][number][] = []
  const won = [
    ...notice.lots.flatMap((lot) => lot.winners.map((winner) => ({ lot: lot.id, winner }))),
    ...notice.resultsWithoutLot.flatMap(({ lot, winners: rest }) => rest.map((winner) => ({ lot, winner }))),
  ]
  for (const { lot, winner } of won) {
    const said = saidOf(links.said, 'winner', winner)
    const organisation =
      said === undefined ? await linkByNumber(tx, links, { party: winner, kind: 'supplier' }) : said
    winners.push({ winner, lot, organisation, recognised: said !== undefined })
  }
  return { buyers, winners }
}

/** A foreign buyer is not looked up by name: «Bergen» lies in Germany too. */
async function linkBuyer(
  tx: Database,
  links: OrganisationLinks,
  { buyer, notice }: { buyer: Buyer; notice: Notice },
): Promise<OrganisationId | null> {
  if (buyer.country !== null && buyer.country !== 'NOR' && buyer.country !== 'NO') return null
  const year = Number((notice.publishedOn ?? notice.dispatchedAt ?? '').slice(0, 4)) || null
  const known = findOrganisation(links.register, {
    organisasjonsnummer: buyer.organisationNumber,
    name: buyer.name,
    fylkesnummer: buyer.nuts === null ? null : nutsCounty(buyer.nuts),
    year,
  })
  return (
    known?.id ??
    linkByNumber(tx, links, {
      party: buyer,
      kind: organisationKind({ ...buyer, legalType: buyer.legalType ?? 'unknown' }),
    })
  )
}

async function linkByNumber(
  tx: Database,
  links: OrganisationLinks,
  { party, kind }: { party: NoticeOrganisation; kind: OrganisationKind },
): Promise<OrganisationId | null> {
  const number = party.organisationNumber
  if (!number || !isOrganisasjonsnummer(number) || party.name === '') return null
  if (party.country !== null && party.country !== 'NOR' && party.country !== 'NO') return null
  const known = links.register.byNumber.get(number) ?? links.met.get(`${kind} ${number}`)
  if (known) return known
  const id = await ensureOrganisation(tx, { name: party.name, organisasjonsnummer: number, kind })
  links.met.set(`${kind} ${number}`, id)
  return id
}

import type { OrganisationId, OrganisationKind } from '#src/modules/organisations/contract.ts'
import {
  ensureOrganisation,
  findOrganisation,
  isOrganisasjonsnummer,
  organisationKind,
  type Register,
} from '#src/modules/organisations/index.ts'
import { nutsCounty } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Buyer, Notice, NoticeOrganisation, Winner } from './notice.ts'

/** Who is known, and who has been met in this transaction. */
export type OrganisationLinks = {
  readonly register: Register
  readonly met: Map<string, OrganisationId>
}

export type LinkedOrganisations = {
  readonly buyers: readonly { readonly buyer: Buyer; readonly organisation: OrganisationId | null }[]
  readonly winners: readonly {
    readonly winner: Winner
    readonly lot: string | null
    readonly organisation: OrganisationId | null
  }[]
}

/** Buyers and winners as organisations: those that are known, and those whose number proves that they exist. */
export async function linkOrganisations(
  tx: Database,
  links: OrganisationLinks,
  notice: Notice,
): Promise<LinkedOrganisations> {
  const buyers: { buyer: Buyer; organisation: OrganisationId | null }[] = []
  for (const buyer of notice.buyers) {
    buyers.push({ buyer, organisation: await linkBuyer(tx, links, { buyer, notice }) })
  }
  const winners: { winner: Winner; lot: string | null; organisation: OrganisationId | null }[] = []
  const won = [
    ...notice.lots.flatMap((lot) => lot.winners.map((winner) => ({ lot: lot.id, winner }))),
    ...notice.resultsWithoutLot.flatMap(({ lot, winners: rest }) => rest.map((winner) => ({ lot, winner }))),
  ]
  for (const { lot, winner } of won) {
    winners.push({
      winner,
      lot,
      organisation: await linkByNumber(tx, links, { party: winner, kind: 'supplier' }),
    })
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

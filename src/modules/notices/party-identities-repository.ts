import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { nameKey } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Party } from './contract.ts'
import './tables.ts'

/** A buyer or winner as a notice writes it. */
export type WrittenParty = { readonly name: string; readonly numberAsWritten: string | null }

/** Who those are whom a person has recognised, by how they are written; null for nobody we know. */
export type PartyIdentities = ReadonlyMap<string, OrganisationId | null>

export async function readPartyIdentities(tx: Database): Promise<PartyIdentities> {
  const rows = await tx
    .selectFrom('party_identity')
    .select(['party', 'name_key', 'number_as_written', 'organisation_id'])
    .execute()
  return new Map(
    rows.map((row) => [
      keyOf(row.party, row.name_key, row.number_as_written),
      row.organisation_id as OrganisationId | null,
    ]),
  )
}

/** Undefined where nobody has said anything. */
export function saidOf(
  identities: PartyIdentities,
  party: Party,
  { name, numberAsWritten }: WrittenParty,
): OrganisationId | null | undefined {
  // Nearly always: nothing has been said of anybody.
  if (identities.size === 0) return undefined
  return identities.get(keyOf(party, nameKey(name), numberAsWritten ?? ''))
}

function keyOf(party: Party, name: string, number: string): string {
  return `${party}\n${name}\n${number}`
}

type Said = { readonly party: Party; readonly written: WrittenParty }

export async function savePartyIdentity(
  tx: Database,
  {
    party,
    written,
    organisation,
    now,
  }: Said & { readonly organisation: OrganisationId | null; readonly now: Date },
): Promise<void> {
  const said = { organisation_id: organisation, said_at: now }
  await tx
    .insertInto('party_identity')
    .values({
      party,
      name_key: nameKey(written.name),
      number_as_written: written.numberAsWritten ?? '',
      ...said,
    })
    .onConflict((conflict) => conflict.columns(['party', 'name_key', 'number_as_written']).doUpdateSet(said))
    .execute()
}

/** Answers whether anything had been said. */
export async function forgetPartyIdentity(tx: Database, { party, written }: Said): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('party_identity')
    .where('party', '=', party)
    .where('name_key', '=', nameKey(written.name))
    .where('number_as_written', '=', written.numberAsWritten ?? '')
    .executeTakeFirst()
  return numDeletedRows > 0n
}

import { sql } from 'kysely'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { type OrganisationId as Id, OrganisationId, type OrganisationKind } from './contract.ts'
import { cleanOrganisasjonsnummer } from './organisasjonsnummer.ts'
import { nameKey, tidyName } from './organisation-name.ts'

export type NewOrganisation = {
  readonly name: string
  /** As it was written; one that is not valid is not kept here. */
  readonly organisasjonsnummer: string | null
  readonly kind: OrganisationKind
  readonly kommunenummer?: string | null
  readonly fylkesnummer?: string | null
}

/**
 * The organisation met in a case or a notice, made when it is new. By its number; without one, by kind and name.
 *
 * The same body is often met with its number in one place and without in another, so a name without a number finds
 * the only one of its kind that bears it, and a number that turns up later is given to it.
 */
export function ensureOrganisation(db: Database, wanted: NewOrganisation): Promise<Id> {
  const name = tidyName(wanted.name) || (wanted.organisasjonsnummer ?? '').trim()
  const cleaned = cleanOrganisasjonsnummer(wanted.organisasjonsnummer ?? '')
  const described = {
    ...wanted,
    name,
    // A name of signs only still tells itself from another.
    key: nameKey(name) || name.toLowerCase(),
    organisasjonsnummer: cleaned.valid ? cleaned.number : null,
  }
  if (described.name === '') throw new Error('An organisation needs a name or a number')
  return inTransaction(db, async (tx) => {
    const known =
      (await findKnown(tx, described)) ?? (await insert(tx, described)) ?? (await findKnown(tx, described))
    if (!known)
      throw new Error(`Organisation ${described.organisasjonsnummer ?? described.key} was not stored`)
    return known
  })
}

type Described = NewOrganisation & { readonly key: string }

async function findKnown(tx: Database, described: Described): Promise<Id | null> {
  if (described.organisasjonsnummer) {
    return (await findByNumber(tx, described)) ?? giveNumber(tx, described)
  }
  const sameName = await tx
    .selectFrom('organisation')
    .select(['id', 'organisasjonsnummer'])
    .where('kind', '=', described.kind)
    .where('name_key', '=', described.key)
    .limit(2)
    .execute()
  const one =
    sameName.find((row) => row.organisasjonsnummer === null) ?? (sameName.length === 1 ? sameName[0] : null)
  return one ? OrganisationId.parse(one.id) : null
}

async function findByNumber(tx: Database, { organisasjonsnummer, kind }: Described): Promise<Id | null> {
  const { rows } = await sql<{ id: string; kind: OrganisationKind; is_edited: boolean }>`
    select id, kind, edited_at is not null as is_edited
    from organisation
    where organisasjonsnummer = ${organisasjonsnummer}
    union all
    select organisation_id, kind, true
    from organisation_former_number as former join organisation on organisation.id = organisation_id
    where former.organisasjonsnummer = ${organisasjonsnummer}
  `.execute(tx)
  const found = rows[0]
  if (!found) return null
  const id = OrganisationId.parse(found.id)
  if (!found.is_edited && isBetterKind(kind, found.kind)) {
    await tx.updateTable('organisation').set({ kind }).where('id', '=', id).execute()
    await recordEvent(tx, { kind: 'organisation.changed', subject: id })
  }
  return id
}

/** Somebody first met as a winner, who then buys as a public body. */
function isBetterKind(kind: OrganisationKind, known: OrganisationKind): boolean {
  return (
    (known === 'supplier' && kind !== 'supplier' && kind !== 'other') || (known === 'other' && kind !== known)
  )
}

/** The number goes to the one of this kind and name that has none; a lock keeps two from giving it different ones. */
async function giveNumber(tx: Database, { key, kind, organisasjonsnummer }: Described): Promise<Id | null> {
  const row = await tx
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', kind)
    .where('name_key', '=', key)
    .where('organisasjonsnummer', 'is', null)
    .where('edited_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  await tx.updateTable('organisation').set({ organisasjonsnummer }).where('id', '=', row.id).execute()
  await recordEvent(tx, { kind: 'organisation.changed', subject: row.id })
  return OrganisationId.parse(row.id)
}

async function insert(tx: Database, described: Described): Promise<Id | null> {
  const { kind, name, key, organisasjonsnummer, kommunenummer = null, fylkesnummer = null } = described
  const row = await tx
    .insertInto('organisation')
    .values({ id: newId(), kind, name, name_key: key, organisasjonsnummer, kommunenummer, fylkesnummer })
    // Another process may have met the same one a moment ago.
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return null
  await recordEvent(tx, { kind: 'organisation.changed', subject: row.id })
  return OrganisationId.parse(row.id)
}

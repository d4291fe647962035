import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import { stableId } from '#src/platform/ids.ts'
import { nameKey } from './organisation-name.ts'
import type { ShippedData } from './shipped-data.ts'
import { organisationOf, type ShippedOrganisation } from './shipped-organisation.ts'

/** What is there already: the shipped record each was last written from, and whether a person has edited it. */
export async function knownOrganisations(tx: Database) {
  const rows = await tx.selectFrom('organisation').select(['id', 'shipped_hash', 'edited_at']).execute()
  return new Map<string, { hash: string | null; isEdited: boolean }>(
    rows.map((row) => [row.id, { hash: row.shipped_hash, isEdited: row.edited_at !== null }]),
  )
}

/** Writes the organisations themselves; `now` is when those that are new were first known. */
export async function writeOrganisations(
  tx: Database,
  written: readonly ShippedOrganisation[],
  now: Date,
): Promise<void> {
  if (written.length === 0) return
  await tx
    .insertInto('organisation')
    .values(
      written.map((one) => ({
        id: one.id,
        kind: one.kind,
        name: one.name,
        name_key: nameKey(one.name),
        organisasjonsnummer: one.organisasjonsnummer,
        kommunenummer: one.kommunenummer,
        fylkesnummer: one.fylkesnummer,
        ended_year: one.endedYear,
        source_url: one.sourceUrl,
        note: one.note,
        shipped_hash: one.hash,
        created_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        kind: eb.ref('excluded.kind'),
        name: eb.ref('excluded.name'),
        name_key: eb.ref('excluded.name_key'),
        organisasjonsnummer: eb.ref('excluded.organisasjonsnummer'),
        kommunenummer: eb.ref('excluded.kommunenummer'),
        fylkesnummer: eb.ref('excluded.fylkesnummer'),
        ended_year: eb.ref('excluded.ended_year'),
        source_url: eb.ref('excluded.source_url'),
        note: eb.ref('excluded.note'),
        shipped_hash: eb.ref('excluded.shipped_hash'),
      })),
    )
    .execute()
}

/** Keeps what a person has written, and notes which shipped record it has been held against. */
export async function keepOrganisation(tx: Database, { id, hash }: ShippedOrganisation): Promise<void> {
  await tx.updateTable('organisation').set({ shipped_hash: hash }).where('id', '=', id).execute()
}

export async function writeNames(tx: Database, written: readonly ShippedOrganisation[]): Promise<void> {
  const ids = written.map((one) => one.id)
  if (ids.length === 0) return
  await tx.deleteFrom('organisation_name').where('organisation_id', 'in', ids).execute()
  await tx.deleteFrom('organisation_former_number').where('organisation_id', 'in', ids).execute()
  const names = written.flatMap((one) => one.otherNames.map((name) => ({ organisation_id: one.id, ...name })))
  if (names.length > 0) await tx.insertInto('organisation_name').values(names).execute()
  const numbers = written.flatMap((one) =>
    one.formerNumbers.map((organisasjonsnummer) => ({ organisasjonsnummer, organisation_id: one.id })),
  )
  if (numbers.length > 0) await tx.insertInto('organisation_former_number').values(numbers).execute()
}

export async function writeActsFor(tx: Database, written: readonly ShippedOrganisation[]): Promise<void> {
  const ids = written.map((one) => one.id)
  if (ids.length === 0) return
  await tx.deleteFrom('acts_for').where('body_id', 'in', ids).execute()
  const rows = written.flatMap((one) =>
    one.actsFor.map((mandate) => ({
      id: stableId('acts-for', `${one.id} ${mandate.principal}`),
      body_id: one.id,
      principal_id: mandate.principal,
      scope: mandate.scope,
      is_host: mandate.isHost,
      is_member: mandate.isMember,
      named_as: [...mandate.namedAs],
      valid_from: mandate.validFrom === undefined ? null : Temporal.PlainDate.from(mandate.validFrom),
      valid_to: mandate.validTo === undefined ? null : Temporal.PlainDate.from(mandate.validTo),
      as_of_year: mandate.asOfYear,
      source_url: one.sourceUrl,
    })),
  )
  if (rows.length > 0) await tx.insertInto('acts_for').values(rows).execute()
}

export async function writeCounties(tx: Database, { counties }: ShippedData): Promise<void> {
  await tx
    .insertInto('county')
    .values(
      counties.map(({ fylkesnummer, name }) => ({
        fylkesnummer,
        name,
        organisation_id: organisationOf({ fylkesnummer }),
      })),
    )
    .onConflict((conflict) =>
      conflict.column('fylkesnummer').doUpdateSet((eb) => ({ name: eb.ref('excluded.name') })),
    )
    .execute()
}

export async function writeMunicipalities(tx: Database, { municipalities }: ShippedData): Promise<void> {
  await tx
    .insertInto('municipality')
    .values(
      municipalities.map((one) => ({
        kommunenummer: one.kommunenummer,
        organisation_id: organisationOf({ kommunenummer: one.kommunenummer }),
        fylkesnummer: one.fylkesnummer,
        name: one.name,
        area_km2: one.areaKm2,
        language_form: one.languageForm,
        centrality_class: one.centralityClass,
        centrality_index: one.centralityIndex,
        kostra_group: one.kostraGroup,
        sami_administrative_area: one.samiAdministrativeArea,
        lon: one.centroid[0],
        lat: one.centroid[1],
      })),
    )
    .onConflict((conflict) =>
      conflict.column('kommunenummer').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        area_km2: eb.ref('excluded.area_km2'),
        language_form: eb.ref('excluded.language_form'),
        centrality_class: eb.ref('excluded.centrality_class'),
        centrality_index: eb.ref('excluded.centrality_index'),
        kostra_group: eb.ref('excluded.kostra_group'),
        sami_administrative_area: eb.ref('excluded.sami_administrative_area'),
        lon: eb.ref('excluded.lon'),
        lat: eb.ref('excluded.lat'),
      })),
    )
    .execute()
}

export async function writePopulations(tx: Database, { municipalities }: ShippedData): Promise<void> {
  await tx
    .insertInto('municipality_population')
    .values(
      municipalities.flatMap(({ kommunenummer, population }) =>
        Object.entries(population).map(([year, count]) => ({
          kommunenummer,
          year: Number(year),
          population: count,
        })),
      ),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['kommunenummer', 'year'])
        .doUpdateSet((eb) => ({ population: eb.ref('excluded.population') })),
    )
    .execute()
}

export async function writeFormer(
  tx: Database,
  { formerMunicipalities, formerCounties }: ShippedData,
): Promise<void> {
  await sql`delete from former_municipality`.execute(tx)
  await tx
    .insertInto('former_municipality')
    .values(
      formerMunicipalities.flatMap(({ kommunenummer, name, lastYear, successors }) =>
        successors.map((successor, index) => ({
          kommunenummer,
          successor,
          rank: index + 1,
          name,
          last_year: lastYear,
        })),
      ),
    )
    .execute()
  await sql`delete from former_county`.execute(tx)
  await tx
    .insertInto('former_county')
    .values(
      formerCounties.flatMap(({ fylkesnummer, name, lastYear, successors }) =>
        successors.map((successor) => ({ fylkesnummer, successor, name, last_year: lastYear })),
      ),
    )
    .execute()
}

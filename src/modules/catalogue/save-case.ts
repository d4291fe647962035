import type { Database } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { type CaseContent, CaseId } from './contract.ts'
import type { Linker } from './link-organisation.ts'
import { type NewRecord, type NextVersion, type Publisher, type Version, versionColumns } from './version.ts'
import { replaceCaseParts, writeCaseParts } from './write-case-parts.ts'
import './tables.ts'

/** Absent for what ships with the program. */
type Published = { readonly publisher?: Publisher }

/** Saves a case with its first version. */
export async function insertCase(
  tx: Database,
  link: Linker,
  { key, number, ...version }: NewRecord<CaseContent> & Published,
): Promise<CaseId> {
  const inserted = await tx
    .insertInto('procurement_case')
    .values({
      id: key,
      ...(number === null ? {} : { number }),
      origin: version.madeBy,
      current_version: 1,
      created_at: version.at,
      ...ownerColumns(version),
      ...caseColumns(version),
    })
    .returning('public_id')
    .executeTakeFirstOrThrow()
  await writeVersion(tx, key, { ...version, number: 1 })
  await writeCaseParts(tx, link, { key, content: version.content })
  await recordEvent(tx, { kind: 'case.changed', subject: inserted.public_id })
  return CaseId.parse(inserted.public_id)
}

/** Makes the version after `from` the current one; false when somebody has saved since `from` was read. */
export async function saveCase(
  tx: Database,
  link: Linker,
  { key, from, ...version }: NextVersion<CaseContent> & Published,
): Promise<boolean> {
  const saved = await tx
    .updateTable('procurement_case')
    .set({ current_version: from + 1, ...ownerColumns(version), ...caseColumns(version) })
    .where('id', '=', key)
    .where('current_version', '=', from)
    .returning('public_id')
    .executeTakeFirst()
  if (!saved) return false
  await writeVersion(tx, key, { ...version, number: from + 1 })
  await replaceCaseParts(tx, link, { key, content: version.content })
  await recordEvent(tx, { kind: 'case.changed', subject: saved.public_id })
  return true
}

/** The organisation it is published for answers for it from then on, and has vouched for it. */
function ownerColumns({ publisher, at }: Published & { readonly at: Date }) {
  return publisher?.organisation ? { owner_id: publisher.organisation, confirmed_at: at } : {}
}

function caseColumns({ content: { identity }, at }: Version<CaseContent>) {
  return {
    kind: identity.kind,
    level: identity.level,
    title: identity.title,
    from_year: identity.fromYear ?? null,
    to_year: identity.toYear ?? null,
    updated_at: at,
  }
}

async function writeVersion(
  tx: Database,
  key: string,
  { number, publisher, ...version }: Version<CaseContent> & Published & { readonly number: number },
): Promise<void> {
  await tx
    .insertInto('case_version')
    .values({
      case_id: key,
      version: number,
      published_by: publisher?.person ?? null,
      published_for: publisher?.organisation ?? null,
      ...versionColumns(version),
    })
    .execute()
}

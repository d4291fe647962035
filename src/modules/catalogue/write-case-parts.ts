import type { Database } from '#src/platform/database.ts'
import type { CaseContent } from './contract.ts'
import type { Linker } from './link-organisation.ts'
import { requirementsOf } from './requirement.ts'
import './tables.ts'

type Part = { readonly key: string; readonly content: CaseContent }

const TABLES = [
  'case_party',
  'case_supplier',
  'case_theme',
  'case_source',
  'case_notice',
  'case_requirement',
  'case_stop_reason',
] as const

/** Writes what a new case names, asks for and tells of where it can be asked for. */
export async function writeCaseParts(tx: Database, link: Linker, part: Part): Promise<void> {
  await writeParties(tx, link, part)
  await writeSuppliers(tx, link, part)
  await writeThemes(tx, part)
  await writeSources(tx, part)
  await writeNotices(tx, part)
  await writeRequirements(tx, part)
  await writeStopReasons(tx, part)
}

/** Puts those of the current version in the place of what was there before. */
export async function replaceCaseParts(tx: Database, link: Linker, part: Part): Promise<void> {
  for (const table of TABLES) await tx.deleteFrom(table).where('case_id', '=', part.key).execute()
  await writeCaseParts(tx, link, part)
}

async function writeParties(tx: Database, link: Linker, { key, content }: Part): Promise<void> {
  const rows = await inOrder(content.who.parties, async (party, position) => ({
    case_id: key,
    position,
    name: party.name,
    role: party.role,
    count: party.count ?? null,
    organisation_id: await link(party.reference, party.within),
    within_id: await link(party.within),
  }))
  if (rows.length > 0) await tx.insertInto('case_party').values(rows).execute()
}

async function writeSuppliers(tx: Database, link: Linker, { key, content }: Part): Promise<void> {
  const rows = await inOrder(content.who.suppliers, async (supplier, position) => ({
    case_id: key,
    position,
    name: supplier.name,
    role: supplier.role ?? null,
    organisation_id: await link(supplier.reference),
  }))
  if (rows.length > 0) await tx.insertInto('case_supplier').values(rows).execute()
}

async function writeThemes(tx: Database, { key, content }: Part): Promise<void> {
  const rows = [...new Set(content.identity.themes)].map((theme_id) => ({ case_id: key, theme_id }))
  if (rows.length > 0) await tx.insertInto('case_theme').values(rows).execute()
}

async function writeSources(tx: Database, { key, content }: Part): Promise<void> {
  const rows = content.provenance.sources.map((source, position) => ({
    case_id: key,
    position,
    url: source.url ?? null,
    title: source.title,
    seen_on: source.seenOn ?? null,
  }))
  if (rows.length > 0) await tx.insertInto('case_source').values(rows).execute()
}

async function writeNotices(tx: Database, { key, content }: Part): Promise<void> {
  const named = new Set(content.competition?.notices)
  const rows = [...named].map((notice_id) => ({ case_id: key, notice_id }))
  if (rows.length > 0) await tx.insertInto('case_notice').values(rows).execute()
}

async function writeRequirements(tx: Database, { key, content }: Part): Promise<void> {
  const rows = requirementsOf(content).map(({ measuredBy, takenFrom, ...told }, position) => ({
    case_id: key,
    position,
    ...told,
    measured_by: measuredBy,
    from_case: takenFrom?.case ?? null,
    from_version: takenFrom?.version ?? null,
  }))
  if (rows.length > 0) await tx.insertInto('case_requirement').values(rows).execute()
}

async function writeStopReasons(tx: Database, { key, content }: Part): Promise<void> {
  const rows = [...new Set(content.stopped?.reasons)].map((reason) => ({ case_id: key, reason }))
  if (rows.length > 0) await tx.insertInto('case_stop_reason').values(rows).execute()
}

/** One after the other, since a transaction has one connection. */
export async function inOrder<Item, Row>(
  items: readonly Item[],
  toRow: (item: Item, position: number) => Promise<Row>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const [position, item] of items.entries()) rows.push(await toRow(item, position))
  return rows
}

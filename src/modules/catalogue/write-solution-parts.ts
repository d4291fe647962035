import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import type { SolutionContent } from './contract.ts'
import type { Linker } from './link-organisation.ts'
import { inOrder } from './write-case-parts.ts'
import './tables.ts'

type Part = { readonly key: string; readonly content: SolutionContent }

const TABLES = ['solution_supplier', 'solution_adopter', 'solution_case'] as const

/** Writes the suppliers, adopters and cases of a new solution where they can be asked for. */
export async function writeSolutionParts(tx: Database, link: Linker, part: Part): Promise<void> {
  await writeSuppliers(tx, link, part)
  await writeAdopters(tx, link, part)
  await writeCases(tx, part)
}

/** Puts those of the current version in the place of what was there before. */
export async function replaceSolutionParts(tx: Database, link: Linker, part: Part): Promise<void> {
  for (const table of TABLES) await tx.deleteFrom(table).where('solution_id', '=', part.key).execute()
  await writeSolutionParts(tx, link, part)
}

async function writeSuppliers(tx: Database, link: Linker, { key, content }: Part): Promise<void> {
  const rows = await inOrder(content.suppliers, async (supplier, position) => ({
    solution_id: key,
    position,
    name: supplier.name,
    role: supplier.role ?? null,
    organisation_id: await link(supplier.reference),
  }))
  if (rows.length > 0) await tx.insertInto('solution_supplier').values(rows).execute()
}

async function writeAdopters(tx: Database, link: Linker, { key, content }: Part): Promise<void> {
  const rows = await inOrder(content.adopters, async (adopter, position) => ({
    solution_id: key,
    position,
    name: adopter.name,
    from_year: adopter.fromYear ?? null,
    organisation_id: await link(adopter.reference, adopter.within),
    within_id: await link(adopter.within),
  }))
  if (rows.length > 0) await tx.insertInto('solution_adopter').values(rows).execute()
}

/** A case that has been merged into another is that other now. */
async function writeCases(tx: Database, { key, content }: Part): Promise<void> {
  if (content.fromCases.length === 0) return
  await sql`
    insert into solution_case (solution_id, case_id)
    select distinct ${key}::uuid, coalesce(merged_into, id)
    from procurement_case
    where public_id in (${sql.join(content.fromCases)})
  `.execute(tx)
}

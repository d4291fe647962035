import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'
import { readShippedData, type ShippedData } from './shipped-data.ts'
import { shippedOrganisations } from './shipped-organisation.ts'
import {
  keepOrganisation,
  knownOrganisations,
  writeActsFor,
  writeCounties,
  writeFormer,
  writeMunicipalities,
  writeNames,
  writeOrganisations,
  writePopulations,
} from './shipped-repository.ts'

export type SeedReport = { readonly written: number; readonly unchanged: number; readonly kept: number }

type Options = {
  readonly now: Clock
  readonly progress?: ((done: number, total: number) => void) | undefined
  readonly data?: ShippedData
}

/**
 * Brings the shipped register into the database. Again and again the same: a record is written only when what
 * ships has changed, and one that a person has changed or confirmed is kept. The facts of SSB and Kartverket about
 * a municipality (population, centrality …) follow the shipped data always, for nobody edits those here.
 */
export function seedOrganisations(
  db: Database,
  { now, progress, data = readShippedData() }: Options,
): Promise<SeedReport> {
  return inTransaction(db, async (tx) => {
    const shipped = shippedOrganisations(data)
    const known = await knownOrganisations(tx)
    const changed = shipped.filter((one) => known.get(one.id)?.hash !== one.hash)
    const kept = changed.filter((one) => known.get(one.id)?.isEdited)
    const written = changed.filter((one) => !known.get(one.id)?.isEdited)
    const report = { written: written.length, unchanged: shipped.length - changed.length, kept: kept.length }
    progress?.(0, shipped.length)
    if (changed.length === 0) return report

    await writeOrganisations(tx, written, now())
    await writeNames(tx, written)
    await writeActsFor(tx, written)
    // Its text is left alone, but its facts are new, and so must its revision be.
    for (const one of kept) await keepOrganisation(tx, one)
    await writeCounties(tx, data)
    await writeMunicipalities(tx, data)
    await writePopulations(tx, data)
    await writeFormer(tx, data)
    await recordEvents(
      tx,
      changed.map(({ id }) => ({ kind: 'organisation.changed', subject: id })),
    )
    progress?.(shipped.length, shipped.length)
    return report
  })
}

import { type Register, readRegister, seedOrganisations } from '#src/modules/organisations/index.ts'
import { withDatabase } from './database.ts'

let seeded: Promise<Register> | null = null

/** The register that ships with the program, read once for a file of tests that only look things up. */
export function shippedRegister(): Promise<Register> {
  seeded ??= read()
  return seeded
}

async function read(): Promise<Register> {
  let register: Register | null = null
  await withDatabase(async (db) => {
    await seedOrganisations(db, { now: () => new Date('2026-11-21T12:00:00Z') })
    register = await readRegister(db)
  })
  if (!register) throw new Error('The register was not read')
  return register
}

import { claimBy, claimsOf, mayClaim } from '#src/modules/adoptions/index.ts'
import type { SolutionId } from '#src/modules/catalogue/contract.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'

export type SupplierWordsView = {
  readonly accepted: readonly {
    readonly id: string
    readonly supplier: string
    readonly words: string
    readonly link: string | null
  }[]
  /** How the reader's own words stand; null for those who are no supplier. */
  readonly own: 'none' | 'waits' | 'stands' | null
}

/** What suppliers say of a solution, and how the reader's own words stand. */
export async function supplierWordsView(
  db: Database,
  solution: SolutionId,
  reader: Actor | null,
): Promise<SupplierWordsView> {
  const accepted = await claimsOf(db, { solution, status: 'accepted' })
  const suppliers = await organisationsByIds(
    db,
    accepted.map(({ organisation }) => organisation),
  )
  return {
    accepted: accepted.map(({ id, organisation, words, link }) => ({
      id,
      supplier: suppliers.get(organisation)?.name ?? '–',
      words,
      link,
    })),
    own: await ownWords(db, solution, reader),
  }
}

async function ownWords(
  db: Database,
  solution: SolutionId,
  reader: Actor | null,
): Promise<SupplierWordsView['own']> {
  if (!reader?.organisation || !mayClaim(reader)) return null
  const own = await claimBy(db, { solution, organisation: reader.organisation })
  if (!own) return 'none'
  return own.status === 'accepted' ? 'stands' : 'waits'
}

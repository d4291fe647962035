import type { Actor } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { SubjectKind } from './contract.ts'

/** Something a document is about to belong to. */
export type FoundSubject = {
  readonly title: string
  /** For whom the actor may lay documents with it; empty for one that may be seen and no more. */
  readonly organisations: ReadonlySet<OrganisationId>
}

/** What offers things that documents belong to; each module that has such things fills it. */
export type SubjectSource = {
  readonly kind: SubjectKind
  /** Null for what is not there, and for what the actor may not know of. */
  readonly find: (db: Database, actor: Actor, id: string) => Promise<FoundSubject | null>
}

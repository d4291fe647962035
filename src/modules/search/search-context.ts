import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import type { Analysis } from './analysis.ts'
import type { ConceptReader } from './concepts-of.ts'
import type { Proposals, ResolveField } from './contract.ts'
import type { Follower } from './follow-changes.ts'

/** What every question to the index needs. */
export type SearchContext = {
  readonly db: Database
  readonly follower: Follower
  readonly analysis: Analysis
  readonly concepts: ConceptReader
  /** Whether a concept says what is bought, and not how. */
  readonly isSubject: (concept: string) => boolean
  readonly resolveField: ResolveField
  readonly proposals: Proposals
  readonly now: Clock
}

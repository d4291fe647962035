import type { Reader } from '#src/modules/needs/policy.ts'
import type { NoticeId } from '#src/modules/notices/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { Period } from './radar-question.ts'

/** A contract that several bought together, and that ends in the period. */
export type JointEnd = {
  readonly contract: string
  readonly procurement: string
  readonly title: string
  readonly cpv: readonly string[]
  readonly themes: readonly string[]
  /** All whom it binds. */
  readonly organisations: readonly OrganisationId[]
  readonly supplier: string
  readonly endsOn: string
  readonly latestEndsOn: string | null
  readonly options: string | null
  /** The notices that tell of it, where that is sure: those of a procedure with one lot. */
  readonly notices: readonly NoticeId[]
  readonly changedAt: Date
}

/** The port for those who keep such contracts: what this reader may know of, in the period. */
export type JointEndsSource = (
  db: Database,
  reader: Reader,
  period: Pick<Period, 'from' | 'until'>,
) => Promise<readonly JointEnd[]>

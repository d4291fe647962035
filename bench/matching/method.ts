import type { NeedToMatch } from '#src/modules/needs/matching/need-to-match.ts'
import type { Partition } from './agreement.ts'

/** A way of grouping needs. Needs that stand in no group it gives are alone. */
export type Method = {
  readonly name: string
  readonly groups: (needs: readonly NeedToMatch[]) => Partition
  /** Finds the group of one need that has just come, among those that are there. */
  readonly place?: (needs: readonly NeedToMatch[]) => (need: NeedToMatch) => readonly string[]
}

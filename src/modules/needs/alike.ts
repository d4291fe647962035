import { ancestors } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Need } from './need.ts'
import { openNeedsOfOthers } from './needs-repository.ts'

type Subject = Pick<Need, 'content'>

/** How many digits of a CPV code say which group it is in (Regulation (EC) 213/2008). */
const GROUP = 3

/** Whether two needs are of one theme, not only of one branch of them, or of one group of CPV. */
export function isAlike({ content: one }: Subject, { content: other }: Subject): boolean {
  const narrow = one.themes.filter((id) => ancestors(id).length > 0)
  if (narrow.some((id) => other.themes.includes(id))) return true
  const groups = new Set(one.cpv.map((code) => code.slice(0, GROUP)))
  return other.cpv.some((code) => groups.has(code.slice(0, GROUP)))
}

/** Others' open needs that may be the same, drafts too; for telling them, not for telling of them. */
export async function openNeedsAlike(db: Database, need: Need): Promise<readonly Need[]> {
  return (await openNeedsOfOthers(db, need.organisation)).filter((other) => isAlike(need, other))
}

import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { type Job, nextDaily } from '#src/platform/jobs/index.ts'
import { ok } from '#src/platform/result.ts'
import { emptyRemovalRequests } from './removal-requests-repository.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** So long an answered request can be read by the one who sent it. */
export const REMOVAL_KEPT_DAYS = 365
/** So long a key that has run out tells that it has been. */
export const DEAD_TOKEN_KEPT_DAYS = 90
const ANSWER_KEPT_DAYS = 1

type Deps = { readonly db: Database; readonly now: Clock }

/** Takes away what nobody needs any more (GDPR art. 5, storage limitation); answers how much that was. */
export async function tidyPrivacy({ db, now }: Deps): Promise<number> {
  const at = now()
  const daysAgo = (days: number) => new Date(at.getTime() - days * DAY_MS)
  const emptied = await emptyRemovalRequests(db, { decidedBefore: daysAgo(REMOVAL_KEPT_DAYS), at })
  const answers = await db
    .deleteFrom('api_answer')
    .where('answered_at', '<', daysAgo(ANSWER_KEPT_DAYS))
    .executeTakeFirst()
  const tokens = await db
    .deleteFrom('api_token')
    .where('expires_at', '<', daysAgo(DEAD_TOKEN_KEPT_DAYS))
    .executeTakeFirst()
  return emptied + Number(answers.numDeletedRows) + Number(tokens.numDeletedRows)
}

export function privacyTidying(deps: Deps): Job {
  return {
    name: 'tidy-privacy',
    nextAfter: (moment) => nextDaily('03:40', moment),
    run: async () => ok({ removed: await tidyPrivacy(deps) }),
  }
}

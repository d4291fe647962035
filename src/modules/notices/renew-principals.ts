import { membershipsDigest, type Register, readRegister } from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'
import { replaceParts } from './notice-parts-repository.ts'
import { principalRows } from './notice-rows.ts'
import { PRINCIPALS_RULE, principalsOf } from './principals.ts'
import {
  type BoughtNotice,
  notePrincipalsMade,
  noticesBoughtBy,
  principalsMadeFrom,
  readBought,
} from './principals-repository.ts'
import { lockNotices } from './store-notices.ts'

/** Few at a time: on the embedded engine everybody waits for the transaction of a batch. */
const AT_ONCE = 50

export type PrincipalsReport = { readonly read: number; readonly changed: number }

/** Whether somebody has joined or left a joint body since the principals of all notices were made. */
export async function arePrincipalsOutdated(db: Database): Promise<boolean> {
  return (await principalsMadeFrom(db)) !== madeFrom(await readRegister(db))
}

/**
 * Says anew whom notices were bought for, of those a joint body or its host bought, after the register of who buys for
 * whom has changed. Memberships are dated, so that a notice keeps those who were members on its day. What is the same
 * is left alone; whoever follows hears of the rest. Cut off, it begins again, and finds less to do.
 */
export async function renewPrincipals(
  { db, now }: { readonly db: Database; readonly now: Clock },
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<PrincipalsReport> {
  const register = await readRegister(db)
  const bodies = buyersThatActForOthers(register)
  const report = { read: 0, changed: 0 }
  for (let after: string | null = null; ; ) {
    if (signal?.aborted) return report
    const notices = await noticesBoughtBy(db, { bodies, after, limit: AT_ONCE })
    const last = notices.at(-1)
    if (!last) break
    after = last.key
    report.read += notices.length
    report.changed += await inTransaction(db, (tx) => renew(tx, notices))
  }
  await notePrincipalsMade(db, madeFrom(register), now())
  return report
}

/** As it is now: while they were read a newer version or a person may have said something else. */
async function renew(tx: Database, seen: readonly BoughtNotice[]): Promise<number> {
  await lockNotices(tx)
  return renewPrincipalsOf(
    tx,
    seen.map(({ key }) => key),
  )
}

/** The same for the notices with these keys; answers how many have become others, and records it. */
export async function renewPrincipalsOf(tx: Database, keys: readonly string[]): Promise<number> {
  const register = await readRegister(tx)
  const notices = await readBought(tx, keys)
  const changed = await replaceParts(tx, {
    table: 'notice_principal',
    keys,
    rows: notices.flatMap((one) => principalRows(one.key, principalsOf(register, one))),
  })
  await recordEvents(
    tx,
    notices
      .filter(({ key }) => changed.has(key))
      .map(({ publicId }) => ({ kind: 'notice.changed', subject: publicId })),
  )
  return changed.size
}

function buyersThatActForOthers({ jointBodies }: Register): readonly string[] {
  const hosts = jointBodies.flatMap(({ members }) =>
    members.filter(({ isHost }) => isHost).map(({ organisation }) => organisation),
  )
  return [...new Set([...jointBodies.map(({ id }) => id), ...hosts])]
}

function madeFrom(register: Register): string {
  return `${PRINCIPALS_RULE} ${membershipsDigest(register)}`
}

import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { Assessment } from './contract.ts'
import { judgesFor, possibleJudgements } from './judgement.ts'
import { insertJudgement } from './judgements-repository.ts'

export const LONGEST_REASON = 2000

export type JudgeInnovation = {
  /** The version that was read. */
  readonly id: string
  /** Null leaves it to the rules again. */
  readonly assessment: Assessment | null
  readonly reason: string
}

export type JudgeInnovationFailure =
  | { readonly kind: 'noticeNotFound' }
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'assessmentNotPossible' }
  | { readonly kind: 'reasonMissing' }
  | { readonly kind: 'reasonTooLong' }

/**
 * A buyer, or a curator, confirms what the rules found of a notice, or says otherwise, and why. It counts for every
 * version of the notice, however often it is read anew; what the rules found stays beside it.
 */
export function judgeInnovation(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, assessment, reason }: JudgeInnovation,
): Promise<Result<null, JudgeInnovationFailure>> {
  return inTransaction(db, async (tx) => {
    const notice = await lockNotice(tx, id)
    if (!notice) return fail({ kind: 'noticeNotFound' })
    const judges = judgesFor(actor, notice.buyers)
    if (!judges) return fail({ kind: 'notAllowed' })
    if (assessment !== null && !possibleJudgements(notice.found).includes(assessment))
      return fail({ kind: 'assessmentNotPossible' })
    if (reason.trim() === '') return fail({ kind: 'reasonMissing' })
    if (reason.length > LONGEST_REASON) return fail({ kind: 'reasonTooLong' })

    const at = now()
    const { chain, found, current } = notice
    const { organisation } = judges
    const said = { chain, noticeId: id, found, assessment, reason: reason.trim() }
    await insertJudgement(tx, { ...said, by: actor.personId, organisation, at })
    const details = { found, assessment }
    await recordAudit(tx, actor, { action: 'notice.judged', subject: id, organisation, details, at })
    await recordEvents(tx, [
      { kind: 'notice.changed', subject: current },
      { kind: 'notice.judged', subject: id, payload: { assessment, organisation } },
    ])
    return ok(null)
  })
}

type LockedNotice = {
  readonly chain: string
  readonly found: Assessment
  /** The version that counts now, which is the one that is searched. */
  readonly current: string
  readonly buyers: readonly OrganisationId[]
}

async function lockNotice(tx: Database, id: string): Promise<LockedNotice | null> {
  const notice = await tx
    .selectFrom('notice')
    .select(['id', 'chain', 'assessment'])
    .where('public_id', '=', id)
    .forShare()
    .executeTakeFirst()
  if (!notice) return null
  const current = await tx
    .selectFrom('notice')
    .select('public_id')
    .where('chain', '=', notice.chain)
    .where('current', '=', true)
    .executeTakeFirst()
  const buyers = await tx
    .selectFrom('notice_buyer')
    .select('organisation_id')
    .where('notice', '=', notice.id)
    .where('organisation_id', 'is not', null)
    .orderBy('position')
    .execute()
  return {
    chain: notice.chain,
    found: notice.assessment ?? 'none',
    current: current?.public_id ?? id,
    buyers: buyers.map((row) => OrganisationId.parse(row.organisation_id)),
  }
}

import type { Actor } from '#src/modules/identity/index.ts'
import type { DemandId } from '#src/modules/needs/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { keepDemandVersion, lockDemand, saveDemand } from './demands-repository.ts'
import type { JointDemand } from './joint-demand.ts'
import { noteDemand } from './note-demand.ts'
import { mayKeepDemand, mayReadDemand } from './policy.ts'
import { STATEMENT_SECTIONS, type StatementForm } from './statement.ts'

export type SaveStatementFailure =
  | { readonly kind: 'demandNotFound' }
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'over' }
  /** Somebody else has saved since; what they saved is shown beside what was typed. */
  | { readonly kind: 'changedMeanwhile'; readonly demand: JointDemand }

type Asked = { readonly id: DemandId; readonly from: number; readonly form: StatementForm }

/** Saves the joint statement as a version of its own; what is the same as before is no new version. */
export function saveStatement(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, from, form }: Asked,
): Promise<Result<JointDemand, SaveStatementFailure>> {
  return inTransaction(db, async (tx): Promise<Result<JointDemand, SaveStatementFailure>> => {
    const demand = await lockDemand(tx, id)
    if (!demand || !mayReadDemand(actor, demand)) return fail({ kind: 'demandNotFound' })
    if (!mayKeepDemand(actor, demand)) return fail({ kind: 'notAllowed' })
    if (demand.status === 'dissolved') return fail({ kind: 'over' })
    const { title, ...said } = form
    const statement = { ...demand.statement, ...said }
    const isSame =
      title === demand.title &&
      STATEMENT_SECTIONS.every((section) => statement[section] === demand.statement[section])
    if (isSame) return ok(demand)
    if (demand.version !== from) return fail({ kind: 'changedMeanwhile', demand })
    const at = now()
    const saved = { ...demand, title, statement, version: demand.version + 1, changedAt: at }
    await saveDemand(tx, saved)
    await keepDemandVersion(tx, saved, { by: actor.personId, at })
    const versions = { from: demand.version, to: saved.version }
    await noteDemand(tx, actor, demand, { action: 'demand.changed', organisation: demand.lead, versions, at })
    return ok(saved)
  })
}

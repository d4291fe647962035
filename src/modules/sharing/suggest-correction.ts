import type { CaseId } from '#src/modules/catalogue/contract.ts'
import { type CaseOwnership, caseOwnership, findCase } from '#src/modules/catalogue/index.ts'
import { type Actor, mayContributeFor, recordAudit } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { insertCaseComment } from './comments-repository.ts'
import type { ChangeRequest } from './contract.ts'

export type SuggestCorrectionFailure = { readonly kind: 'caseNotFound' } | { readonly kind: 'notAllowed' }

/** Those who took part and do not answer for the case may say what is wrong in it: for whom, or null. */
export function suggestsFor(
  actor: Actor,
  { owner, parties }: Pick<CaseOwnership, 'owner' | 'parties'>,
): OrganisationId | null {
  if (!owner || mayContributeFor(actor, owner.id)) return null
  return parties.find(({ id }) => mayContributeFor(actor, id))?.id ?? null
}

/** Tells the one who answers for a case what one who took part would have corrected; the case stays as it is meanwhile. */
export function suggestCorrection(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, request }: { readonly id: CaseId; readonly request: ChangeRequest },
): Promise<Result<null, SuggestCorrectionFailure>> {
  return inTransaction(db, async (tx): Promise<Result<null, SuggestCorrectionFailure>> => {
    const found = await findCase(tx, id)
    if (found?.status !== 'found') return fail({ kind: 'caseNotFound' })
    const ownership = await caseOwnership(tx, id)
    const organisation = suggestsFor(actor, ownership)
    if (!organisation) return fail({ kind: 'notAllowed' })
    const at = now()
    const { version } = found.case
    const asked = { ...request, by: actor.personId, askedFor: organisation, at }
    await insertCaseComment(tx, { id, version }, asked)
    const fact = { subject: id, organisation, fromVersion: version, at }
    await recordAudit(tx, actor, { ...fact, action: 'case.correction-suggested' })
    const owner = ownership.owner?.id ?? null
    const payload = { organisation: owner, from: organisation, block: request.block, by: actor.personId }
    await recordEvent(tx, { kind: 'case.correction-suggested', subject: id, payload })
    return ok(null)
  })
}

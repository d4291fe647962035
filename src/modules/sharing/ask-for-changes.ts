import type { CaseId } from '#src/modules/catalogue/contract.ts'
import { caseOwnership, findCase } from '#src/modules/catalogue/index.ts'
import { type Actor, isCurator, recordAudit } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { insertCaseComment, insertDraftComment, resolveDraftComment } from './comments-repository.ts'
import type { ChangeRequest, DraftId, DraftStatus } from './contract.ts'
import type { Draft } from './draft.ts'
import { lockDraft, saveDraft } from './drafts-repository.ts'
import { mayAskForChanges, maySee, mayWrite } from './policy.ts'
import { recordDraft } from './record-draft.ts'

type Context = { readonly db: Database; readonly now: Clock }

export type AskForChangesFailure =
  | { readonly kind: 'draftNotFound' }
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'wrongStatus'; readonly status: DraftStatus }

/** Gives a submitted draft back with what should be changed, and where. More may be asked of one given back. */
export function askForChanges(
  { db, now }: Context,
  actor: Actor,
  { id, request }: { readonly id: DraftId; readonly request: ChangeRequest },
): Promise<Result<Draft, AskForChangesFailure>> {
  return inTransaction(db, async (tx): Promise<Result<Draft, AskForChangesFailure>> => {
    const draft = await lockDraft(tx, id)
    if (!draft || !maySee(actor, draft)) return fail({ kind: 'draftNotFound' })
    if (draft.status !== 'submitted' && draft.status !== 'changes-requested')
      return fail({ kind: 'wrongStatus', status: draft.status })
    if (!mayAskForChanges(actor, draft)) return fail({ kind: 'notAllowed' })
    const at = now()
    await insertDraftComment(tx, id, { ...request, by: actor.personId, at })
    const saved = await saveDraft(tx, { ...draft, status: 'changes-requested' })
    const details = { block: request.block }
    await recordDraft(tx, actor, {
      action: 'draft.changes-asked',
      draft: saved,
      from: draft.version,
      details,
      at,
    })
    return ok(saved)
  })
}

export type AnswerChangeFailure = { readonly kind: 'draftNotFound' } | { readonly kind: 'commentNotFound' }

/** Notes that what was asked has been looked at. */
export function answerChange(
  { db, now }: Context,
  actor: Actor,
  { id, comment }: { readonly id: DraftId; readonly comment: string },
): Promise<Result<null, AnswerChangeFailure>> {
  return inTransaction(db, async (tx) => {
    const draft = await lockDraft(tx, id)
    if (!draft || !mayWrite(actor, draft)) return fail({ kind: 'draftNotFound' })
    const at = now()
    const by = actor.personId
    if (!(await resolveDraftComment(tx, { draft: id, id: comment }, { by, at })))
      return fail({ kind: 'commentNotFound' })
    const { organisation } = draft
    await recordAudit(tx, actor, { action: 'draft.change-answered', subject: id, organisation, at })
    return ok(null)
  })
}

export type AskForCaseChangesFailure = { readonly kind: 'caseNotFound' } | { readonly kind: 'notAllowed' }

/** Asks the one who answers for a published case to change a part of it; the case stays as it is meanwhile. */
export function askForCaseChanges(
  { db, now }: Context,
  actor: Actor,
  { id, request }: { readonly id: CaseId; readonly request: ChangeRequest },
): Promise<Result<null, AskForCaseChangesFailure>> {
  return inTransaction(db, async (tx) => {
    if (!isCurator(actor)) return fail({ kind: 'notAllowed' })
    const found = await findCase(tx, id)
    if (found?.status !== 'found') return fail({ kind: 'caseNotFound' })
    const at = now()
    const { version } = found.case
    await insertCaseComment(tx, { id, version }, { ...request, by: actor.personId, at })
    const { owner } = await caseOwnership(tx, id)
    const fact = { subject: id, organisation: owner?.id ?? null, fromVersion: version, at }
    await recordAudit(tx, actor, { ...fact, action: 'case.changes-asked' })
    const payload = { organisation: owner?.id ?? null, block: request.block, by: actor.personId }
    await recordEvent(tx, { kind: 'case.changes-asked', subject: id, payload })
    return ok(null)
  })
}

import { findCase, findCaseVersion } from '#src/modules/catalogue/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { DraftId, DraftStatus } from './contract.ts'
import { type Draft, isWritable } from './draft.ts'
import { lockDraft, saveDraft } from './drafts-repository.ts'
import { fillForm } from './form/fill-form.ts'
import { PARTS } from './form/steps.ts'
import { mergeTyped } from './merge-typed.ts'
import { mayWrite } from './policy.ts'
import { recordDraft } from './record-draft.ts'

export type RebaseDraftFailure =
  | { readonly kind: 'draftNotFound' }
  | { readonly kind: 'wrongStatus'; readonly status: DraftStatus }
  | { readonly kind: 'caseGone' }

/**
 * Takes into a correction what has been published of its case since the draft was made. Where both have changed a
 * field, the draft's own text stays: what is published can be read in the history.
 */
export function rebaseDraft(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  id: DraftId,
): Promise<Result<Draft, RebaseDraftFailure>> {
  return inTransaction(db, async (tx): Promise<Result<Draft, RebaseDraftFailure>> => {
    const draft = await lockDraft(tx, id)
    if (!draft || !mayWrite(actor, draft)) return fail({ kind: 'draftNotFound' })
    if (!isWritable(draft.status)) return fail({ kind: 'wrongStatus', status: draft.status })
    const { caseId, basedOn } = draft
    const current = caseId ? await findCase(tx, caseId) : null
    if (!caseId || !basedOn || current?.status !== 'found') return fail({ kind: 'caseGone' })
    if (current.case.version === basedOn) return ok(draft)
    const before = await findCaseVersion(tx, caseId, basedOn)
    const base = before ? fillForm(before.content) : {}
    const sides = { base, theirs: draft.content, mine: fillForm(current.case.content) }
    const { content } = mergeTyped(sides, PARTS)
    const at = now()
    const merged = { ...draft, content, basedOn: current.case.version, savedBy: actor.personId, savedAt: at }
    const saved = await saveDraft(tx, merged)
    await recordDraft(tx, actor, { action: 'draft.rebased', draft: saved, from: draft.version, at })
    return ok(saved)
  })
}

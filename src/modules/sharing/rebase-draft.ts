import { findCase, findCaseVersion } from '#src/modules/catalogue/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { DraftId } from './contract.ts'
import type { Draft } from './draft.ts'
import { fillForm } from './form/fill-form.ts'
import { PARTS } from './form/steps.ts'
import { mergeTyped } from './merge-typed.ts'
import { lockToWrite, saveWritten, type WriteFailure } from './write-in-draft.ts'

export type RebaseDraftFailure = WriteFailure | { readonly kind: 'caseGone' }

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
    const locked = await lockToWrite(tx, actor, { id })
    if (!locked.ok) return locked
    const draft = locked.value
    const { caseId, basedOn } = draft
    const current = caseId ? await findCase(tx, caseId) : null
    if (!caseId || !basedOn || current?.status !== 'found') return fail({ kind: 'caseGone' })
    if (current.case.version === basedOn) return ok(draft)
    const before = await findCaseVersion(tx, caseId, basedOn)
    const base = before ? fillForm(before.content) : {}
    const sides = { base, theirs: draft.content, mine: fillForm(current.case.content) }
    const { content } = mergeTyped(sides, PARTS)
    const to = { content, basedOn: current.case.version }
    return ok(await saveWritten(tx, actor, { draft, to, action: 'draft.rebased', at: now() }))
  })
}

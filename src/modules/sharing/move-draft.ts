import { moveDocuments } from '#src/modules/documents/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { DraftId, DraftSize } from './contract.ts'
import { canBecome, type Draft, reaches } from './draft.ts'
import type { Problem } from './form/problems.ts'
import { progressOf } from './progress.ts'
import { lockToWrite, saveWritten, type WriteFailure } from './write-in-draft.ts'

type Context = { readonly db: Database; readonly now: Clock }

export type SubmitDraft = {
  readonly id: DraftId
  /** The version that was read through. */
  readonly version: number
}

export type SubmitDraftFailure =
  | WriteFailure
  | { readonly kind: 'changedMeanwhile'; readonly version: number }
  | { readonly kind: 'notComplete'; readonly problems: readonly Problem[] }

/** Hands the draft to a colleague, a coordinator and the curators to read; it stands still until one of them decides. */
export function submitDraft(
  { db, now }: Context,
  actor: Actor,
  { id, version }: SubmitDraft,
): Promise<Result<Draft, SubmitDraftFailure>> {
  return inTransaction(db, async (tx): Promise<Result<Draft, SubmitDraftFailure>> => {
    const locked = await lockToWrite(tx, actor, { id, may: (status) => canBecome(status, 'submitted') })
    if (!locked.ok) return locked
    const draft = locked.value
    if (draft.version !== version) return fail({ kind: 'changedMeanwhile', version: draft.version })
    const { problems } = progressOf(draft)
    if (problems.length > 0) return fail({ kind: 'notComplete', problems })
    const at = now()
    const submitted = { status: 'submitted' as const, submittedBy: actor.personId, submittedAt: at }
    return ok(await saveWritten(tx, actor, { draft, to: submitted, action: 'draft.submitted', at }))
  })
}

/** Takes a submitted draft back, to go on writing in it. */
export function takeBackDraft(
  { db, now }: Context,
  actor: Actor,
  id: DraftId,
): Promise<Result<Draft, WriteFailure>> {
  return inTransaction(db, async (tx): Promise<Result<Draft, WriteFailure>> => {
    const locked = await lockToWrite(tx, actor, { id, may: (status) => canBecome(status, 'draft') })
    if (!locked.ok) return locked
    const back = { status: 'draft' as const, submittedBy: null, submittedAt: null }
    return ok(
      await saveWritten(tx, actor, { draft: locked.value, to: back, action: 'draft.taken-back', at: now() }),
    )
  })
}

/** Throws the draft away with all that was written in it. A case that it was to correct stays as it is. */
export function discardDraft(
  { db, now }: Context,
  actor: Actor,
  id: DraftId,
): Promise<Result<Draft, WriteFailure>> {
  return inTransaction(db, async (tx): Promise<Result<Draft, WriteFailure>> => {
    const locked = await lockToWrite(tx, actor, { id, may: (status) => canBecome(status, 'discarded') })
    if (!locked.ok) return locked
    const draft = locked.value
    const gone = { status: 'discarded' as const, content: {} }
    await moveDocuments(tx, actor, { from: { kind: 'draft', id: draft.id }, to: null, at: now() })
    return ok(await saveWritten(tx, actor, { draft, to: gone, action: 'draft.discarded', at: now() }))
  })
}

/** Makes room for more; what is written stays, and a draft does not become smaller. */
export function growDraft(
  { db, now }: Context,
  actor: Actor,
  { id, size }: { readonly id: DraftId; readonly size: DraftSize },
): Promise<Result<Draft, WriteFailure>> {
  return inTransaction(db, async (tx): Promise<Result<Draft, WriteFailure>> => {
    const locked = await lockToWrite(tx, actor, { id })
    if (!locked.ok) return locked
    const draft = locked.value
    if (reaches(draft.size, size)) return ok(draft)
    return ok(await saveWritten(tx, actor, { draft, to: { size }, action: 'draft.grown', at: now() }))
  })
}

import type { Actor } from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { DraftId, DraftStatus } from './contract.ts'
import { type Draft, isWritable } from './draft.ts'
import { lockDraft, saveDraft } from './drafts-repository.ts'
import { mayWrite } from './policy.ts'
import { type Done, recordDraft } from './record-draft.ts'

export type WriteFailure =
  | { readonly kind: 'draftNotFound' }
  | { readonly kind: 'wrongStatus'; readonly status: DraftStatus }

type Sought = {
  readonly id: DraftId
  /** What its status has to allow: that it is written in, where nothing else is said. */
  readonly may?: (status: DraftStatus) => boolean
}

/** The draft, locked for one who writes for its organisation; for everybody else it is not there. */
export async function lockToWrite(
  tx: Database,
  actor: Actor,
  { id, may = isWritable }: Sought,
): Promise<Result<Draft, WriteFailure>> {
  const draft = await lockDraft(tx, id)
  if (!draft || !mayWrite(actor, draft)) return fail({ kind: 'draftNotFound' })
  return may(draft.status) ? ok(draft) : fail({ kind: 'wrongStatus', status: draft.status })
}

type Written = Omit<Done, 'from'> & { readonly to: Partial<Draft> }

/** Saves what the draft has become, and notes who made it so. */
export async function saveWritten(
  tx: Database,
  actor: Actor,
  { draft, to, ...done }: Written,
): Promise<Draft> {
  const saved = await saveDraft(tx, { ...draft, ...to, savedBy: actor.personId, savedAt: done.at })
  await recordDraft(tx, actor, { ...done, draft: saved, from: draft.version })
  return saved
}

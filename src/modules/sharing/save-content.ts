import type { CaseContent } from '#src/modules/catalogue/contract.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { DraftId, DraftStatus } from './contract.ts'
import { type Draft, isWritable } from './draft.ts'
import { lockDraft, saveDraft } from './drafts-repository.ts'
import { fillForm } from './form/fill-form.ts'
import { mayWrite } from './policy.ts'
import { recordDraft } from './record-draft.ts'
import { type TypedContent, writeAt } from './typed-content.ts'

export type ContentBlock = keyof CaseContent

export type SaveContent = {
  readonly id: DraftId
  /** The version that was read. */
  readonly version: number
  /** The blocks that are written, each whole; null takes one away, and what is not named stays. */
  readonly blocks: { readonly [Block in ContentBlock]?: CaseContent[Block] | null | undefined }
}

export type SaveContentFailure =
  | { readonly kind: 'draftNotFound' }
  | { readonly kind: 'wrongStatus'; readonly status: DraftStatus }
  | { readonly kind: 'changedMeanwhile'; readonly version: number }

/**
 * Saves blocks as another program has written them. A program cannot be shown what somebody else wrote meanwhile, so
 * nothing is saved on top of a version it has not read.
 */
export function saveContent(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, version, blocks }: SaveContent,
): Promise<Result<Draft, SaveContentFailure>> {
  return inTransaction(db, async (tx) => {
    const draft = await lockDraft(tx, id)
    if (!draft || !mayWrite(actor, draft)) return fail({ kind: 'draftNotFound' })
    if (!isWritable(draft.status)) return fail({ kind: 'wrongStatus', status: draft.status })
    if (draft.version !== version) return fail({ kind: 'changedMeanwhile', version: draft.version })
    const content = withBlocks(draft.content, blocks)
    if (JSON.stringify(content) === JSON.stringify(draft.content)) return ok(draft)
    const at = now()
    const saved = await saveDraft(tx, { ...draft, content, savedBy: actor.personId, savedAt: at })
    await recordDraft(tx, actor, { action: 'draft.saved', draft: saved, from: draft.version, at })
    return ok(saved)
  })
}

function withBlocks(content: TypedContent, blocks: SaveContent['blocks']): TypedContent {
  return Object.entries(blocks).reduce((filled: TypedContent, [block, value]) => {
    if (value === undefined) return filled
    if (value === null) return writeAt(filled, block, undefined)
    const form = fillForm({ [block]: value })
    return writeAt(filled, block, form[block])
  }, content)
}

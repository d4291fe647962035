import type { CaseContent } from '#src/modules/catalogue/contract.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { DraftId } from './contract.ts'
import type { Draft } from './draft.ts'
import { fillForm } from './form/fill-form.ts'
import { type TypedContent, writeAt } from './typed-content.ts'
import { lockToWrite, saveWritten, type WriteFailure } from './write-in-draft.ts'

export type ContentBlock = keyof CaseContent

export type SaveContent = {
  readonly id: DraftId
  /** The version that was read. */
  readonly version: number
  /** The blocks that are written, each whole; null takes one away, and what is not named stays. */
  readonly blocks: { readonly [Block in ContentBlock]?: CaseContent[Block] | null | undefined }
}

export type SaveContentFailure =
  | WriteFailure
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
    const locked = await lockToWrite(tx, actor, { id })
    if (!locked.ok) return locked
    const draft = locked.value
    if (draft.version !== version) return fail({ kind: 'changedMeanwhile', version: draft.version })
    const content = withBlocks(draft.content, blocks)
    if (JSON.stringify(content) === JSON.stringify(draft.content)) return ok(draft)
    return ok(await saveWritten(tx, actor, { draft, to: { content }, action: 'draft.saved', at: now() }))
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

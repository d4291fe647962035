import type { Actor } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { ok, type Result } from '#src/platform/result.ts'
import type { DraftId } from './contract.ts'
import type { Draft } from './draft.ts'
import { contentAt } from './drafts-repository.ts'
import type { FormPart } from './form/field.ts'
import { type Conflict, mergeTyped } from './merge-typed.ts'
import type { TypedContent } from './typed-content.ts'
import { forgetUnsettled, keepUnsettled } from './unsettled-texts.ts'
import { lockToWrite, saveWritten, type WriteFailure } from './write-in-draft.ts'

export type SaveStep = {
  readonly id: DraftId
  /** The version that the form was filled in from. */
  readonly from: number
  /** The questions that were asked, and what was typed as answers. */
  readonly parts: readonly FormPart[]
  readonly typed: TypedContent
  /** For keeping what stands against another's text: which page it is, and whether this is what was chosen of two. */
  readonly page?: { readonly step: string; readonly settles: boolean }
}

export type SavedStep = {
  readonly draft: Draft
  /** What somebody else has changed meanwhile, otherwise than was typed here; all else is saved. */
  readonly conflicts: readonly Conflict[]
  /** Who saved before, whose text the conflicts are with. */
  readonly before: Pick<Draft, 'savedBy' | 'savedAt'>
}

/**
 * Saves the answers of one page as they were typed, right or wrong.
 *
 * Two who write at once are put together field by field from what each began with: nobody's text is written over.
 */
export function saveStep(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, from, parts, typed, page }: SaveStep,
): Promise<Result<SavedStep, WriteFailure>> {
  return inTransaction(db, async (tx) => {
    const locked = await lockToWrite(tx, actor, { id })
    if (!locked.ok) return locked
    const draft = locked.value
    // Without the version it began with, whatever differs is for the writer to decide.
    const base = from === draft.version ? draft.content : ((await contentAt(tx, { id, version: from })) ?? {})
    const { content, conflicts } = mergeTyped({ base, theirs: draft.content, mine: typed }, parts)
    const at = now()
    if (page) {
      const whose = { draft: id, person: actor.personId, step: page.step }
      if (page.settles) await forgetUnsettled(tx, whose)
      if (conflicts.length > 0) await keepUnsettled(tx, whose, { conflicts, at })
    }
    if (JSON.stringify(content) === JSON.stringify(draft.content))
      return ok({ draft, conflicts, before: draft })
    const saved = await saveWritten(tx, actor, { draft, to: { content }, action: 'draft.saved', at })
    return ok({ draft: saved, conflicts, before: draft })
  })
}

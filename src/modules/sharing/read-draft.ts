import type { Actor } from '#src/modules/identity/index.ts'
import { isCurator } from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { DraftId } from './contract.ts'
import type { Draft } from './draft.ts'
import { draftsIn, findDraft, openDraftsOf } from './drafts-repository.ts'
import { maySee, mayWrite } from './policy.ts'

/** The draft, if this person may know that it exists. */
export async function readDraft(db: Database, actor: Actor, id: DraftId): Promise<Draft | null> {
  const draft = await findDraft(db, id)
  return draft && maySee(actor, draft) ? draft : null
}

/** The open drafts of the organisations that this person writes for, the one written in last first. */
export async function draftsOf(db: Database, actor: Actor): Promise<readonly Draft[]> {
  const drafts = await openDraftsOf(db, [...actor.actsFor])
  return drafts.filter((draft) => mayWrite(actor, draft))
}

/** What has been submitted by anybody, for the curators. */
export async function submittedDrafts(db: Database, actor: Actor): Promise<readonly Draft[]> {
  return isCurator(actor) ? draftsIn(db, ['submitted', 'changes-requested']) : []
}

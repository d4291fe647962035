import type { Actor } from '#src/modules/identity/index.ts'
import { isCurator } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
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

/** The themes of what an organisation is writing; for what is of use to it, and shown to nobody. */
export async function draftThemesOf(db: Database, organisation: OrganisationId): Promise<readonly string[]> {
  const drafts = await openDraftsOf(db, [organisation])
  return [...new Set(drafts.flatMap(({ content }) => themesIn(content)))]
}

function themesIn(content: Draft['content']): readonly string[] {
  const identity: unknown = content.identity
  const themes: unknown =
    identity !== null && typeof identity === 'object' && 'themes' in identity ? identity.themes : []
  return Array.isArray(themes) ? themes.filter((one): one is string => typeof one === 'string') : []
}

/** What has been submitted by anybody, for the curators. */
export async function submittedDrafts(db: Database, actor: Actor): Promise<readonly Draft[]> {
  return isCurator(actor) ? draftsIn(db, ['submitted', 'changes-requested']) : []
}

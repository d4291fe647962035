import { type Actor, seeAsAdviser } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { DraftId } from './contract.ts'
import type { Draft } from './draft.ts'
import { findDraft, openDraftsOf } from './drafts-repository.ts'

const SCOPE = 'drafts'

type Reading = { readonly db: Database; readonly now: Clock }

/**
 * The open drafts of an organisation that has opened all of them to the adviser; null for every other. That the list
 * was looked at stands in the audit of the organisation.
 */
export function draftsAsAdviser(
  { db, now }: Reading,
  actor: Actor,
  organisation: OrganisationId,
): Promise<readonly Draft[] | null> {
  return inTransaction(db, async (tx) => {
    const list = { organisation, scope: SCOPE, subject: organisation, at: now() }
    return (await seeAsAdviser(tx, actor, list)) ? openDraftsOf(tx, [organisation]) : null
  })
}

/** One draft that is open to the adviser, alone or with all others; null for every other, and it is noted as well. */
export function draftAsAdviser({ db, now }: Reading, actor: Actor, id: DraftId): Promise<Draft | null> {
  return inTransaction(db, async (tx) => {
    const draft = await findDraft(tx, id)
    if (!draft) return null
    const look = { organisation: draft.organisation, scope: SCOPE, subject: id, at: now() }
    return (await seeAsAdviser(tx, actor, look)) ? draft : null
  })
}

/** Whether the one thing that is opened is a draft, so that there is a page to read it on. */
export async function isDraft(db: Database, thing: string): Promise<boolean> {
  const id = DraftId.safeParse(thing)
  return id.success && (await findDraft(db, id.data)) !== null
}

import type { Actor } from '#src/modules/identity/index.ts'
import { type SavedSearchForm, SavedSearchId } from '#src/modules/notifications/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { FindHits, SavedSearch } from './saved-search.ts'
import { insertSavedSearch, noteSeen, savedSearchesOf } from './saved-searches-repository.ts'

type Context = { readonly db: Database; readonly now: Clock; readonly findHits: FindHits }

export type SaveSearchFailure = { readonly kind: 'tooMany'; readonly most: number }

const MOST = 30

/** Follows a search for the one who is signed in; what it finds now is known, so only what comes later is told. */
export async function saveSearch(
  { db, now, findHits }: Context,
  actor: Actor,
  form: SavedSearchForm,
): Promise<Result<SavedSearchId, SaveSearchFailure>> {
  const search: SavedSearch = {
    id: SavedSearchId.parse(newId()),
    person: actor.personId,
    language: actor.language,
    madeAt: now(),
    ...form,
  }
  const hits = await findHits(search)
  return inTransaction(db, async (tx): Promise<Result<SavedSearchId, SaveSearchFailure>> => {
    if ((await savedSearchesOf(tx, actor.personId)).length >= MOST)
      return fail({ kind: 'tooMany', most: MOST })
    await insertSavedSearch(tx, search)
    await noteSeen(
      tx,
      search.id,
      hits.map(({ id }) => id),
    )
    return ok(search.id)
  })
}

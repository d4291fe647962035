import type { PersonId } from '#src/modules/identity/contract.ts'
import type { SavedSearchId, Way } from '#src/modules/notifications/contract.ts'
import type { Language } from '#src/platform/language.ts'

/** A search whose news a person wants. */
export type SavedSearch = {
  readonly id: SavedSearchId
  readonly person: PersonId
  readonly name: string
  /** The part of the address after `?`, as the page writes it. */
  readonly question: string
  readonly language: Language
  readonly way: Exclude<Way, 'none'>
  readonly madeAt: Date
}

/** What a search finds for the one who saved it, the newest first: connected where the program is put together. */
export type FindHits = (
  search: Pick<SavedSearch, 'question' | 'language' | 'person'>,
) => Promise<readonly { readonly id: string; readonly title: string }[]>

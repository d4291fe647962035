import { reasonLabel } from '#src/modules/catalogue/index.ts'
import { dayOf } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { type Organisation, organisationsByIds } from '#src/modules/organisations/index.ts'
import type { SearchDocument, SearchSource } from '#src/modules/search/contract.ts'
import { theme, withAncestors } from '#src/modules/vocabulary/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { LANGUAGES } from '#src/platform/language.ts'
import { StopId } from './contract.ts'
import { isOpen } from './policy.ts'
import type { Stop } from './stop.ts'
import { allStops, stopsByIds } from './stops-repository.ts'

/** After cases that tell the whole way, before routine notices. */
const PRIOR = 0.6

/**
 * How the stories are found: by everybody when they are open, by public employees where it is for them, else by the
 * organisation's own people. Those it has chosen beside them find it on the page of the stories, which asks who reads.
 */
export function stopSearchSource({ db, now }: { readonly db: Database; readonly now: Clock }): SearchSource {
  return {
    type: 'stop',
    listIds: async () => (await allStops(db)).map(({ id }) => id),
    load: async (ids) => {
      const known = ids.flatMap((id) => StopId.safeParse(id).data ?? [])
      const stops = await stopsByIds(db, known)
      const organisations = await organisationsByIds(
        db,
        stops.map(({ organisation }) => organisation),
      )
      const today = dayOf(now())
      return stops.map((stop) => toDocument(stop, { organisations, today }))
    },
  }
}

type Known = {
  readonly organisations: ReadonlyMap<OrganisationId, Organisation>
  readonly today: string
}

function toDocument(stop: Stop, { organisations, today }: Known): SearchDocument {
  // Whoever is not named cannot be found by name or place either.
  const named = stop.named ? (organisations.get(stop.organisation) ?? null) : null
  return {
    id: stop.id,
    type: 'stop',
    language: stop.language,
    title: stop.title,
    summary: stop.happened,
    body: [stop.happened, stop.wouldHaveHelped].filter((text) => text !== '').join('\n'),
    keywords: wordsOf(stop).join(' · '),
    names: named ? [named.name] : [],
    facets: {
      theme: stop.theme ? withAncestors(stop.theme) : [],
      county: named?.fylkesnummer ? [named.fylkesnummer] : [],
      municipality: named?.kommunenummer ? [named.kommunenummer] : [],
      year: stop.year === null ? [] : [String(stop.year)],
    },
    prior: PRIOR,
    publishedOn: dayOf(stop.createdAt),
    deadlineAt: null,
    valueNok: null,
    audience: audienceOf(stop, today),
  }
}

function audienceOf(stop: Stop, today: string): SearchDocument['audience'] {
  if (isOpen(stop, today)) return 'public'
  return stop.visibility === 'public-employees' ? 'public-employees' : { organisation: stop.organisation }
}

/** What its reasons and its theme are called, in every language. */
function wordsOf(stop: Stop): readonly string[] {
  const reasons = stop.reasons.flatMap((reason) => LANGUAGES.map((language) => reasonLabel(reason, language)))
  const known = stop.theme ? theme(stop.theme) : null
  const themes = known ? [...Object.values(known.label), ...Object.values(known.alternatives).flat()] : []
  return [...new Set([...reasons, ...themes])]
}

import { messagesIn } from '#src/messages/index.ts'
import { dayOf } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { type Organisation, organisationsByIds } from '#src/modules/organisations/index.ts'
import type { SearchDocument, SearchSource } from '#src/modules/search/contract.ts'
import { theme, withAncestors } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import { LANGUAGES } from '#src/platform/language.ts'
import { NeedId } from './contract.ts'
import type { Need } from './need.ts'
import { announcedNeeds, needsByIds } from './needs-repository.ts'

/** Beside short cases, before routine notices: it is somebody to buy with. */
const PRIOR = 0.7

/** How the needs that are announced now are found, by those they are announced to. */
export function needSearchSource(db: Database): SearchSource {
  return {
    type: 'need',
    listIds: async () => (await announcedNeeds(db)).map(({ id }) => id),
    load: async (ids) => {
      const known = ids.flatMap((id) => NeedId.safeParse(id).data ?? [])
      const needs = (await needsByIds(db, known)).filter(({ status }) => status === 'announced')
      const organisations = await organisationsByIds(
        db,
        needs.map(({ organisation }) => organisation),
      )
      return needs.map((need) => toDocument(need, organisations))
    },
  }
}

function toDocument(need: Need, organisations: ReadonlyMap<OrganisationId, Organisation>): SearchDocument {
  const { content } = need
  const owner = organisations.get(need.organisation)
  const years = [content.from, content.until].flatMap((day) => day?.slice(0, 4) ?? [])
  return {
    id: need.id,
    type: 'need',
    language: content.language,
    title: content.title,
    summary: content.outcome,
    body: [content.forWhom, content.outcome, content.triedBefore, content.goal]
      .filter((text) => text !== '')
      .join('\n'),
    keywords: wordsOf(need).join(' · '),
    names: owner ? [owner.name] : [],
    facets: {
      theme: content.themes.flatMap(withAncestors),
      county: owner?.fylkesnummer ? [owner.fylkesnummer] : [],
      municipality: owner?.kommunenummer ? [owner.kommunenummer] : [],
      cpv: content.cpv,
      year: [...new Set(years)],
    },
    prior: PRIOR,
    publishedOn: need.announcedAt && dayOf(need.announcedAt),
    deadlineAt: null,
    valueNok: null,
    audience: audienceOf(need),
  }
}

function audienceOf({ audience, organisation }: Need): SearchDocument['audience'] {
  switch (audience) {
    case 'all':
      return 'public'
    case 'public-employees':
      return 'public-employees'
    case 'own':
      return { organisation }
  }
}

/** What a need and its themes are called, in every language. */
function wordsOf({ content }: Need): readonly string[] {
  const kinds = LANGUAGES.map((language) => messagesIn(language).t('needs.kind'))
  const known = content.themes.flatMap((id) => theme(id) ?? [])
  const themes = known.flatMap(({ label, alternatives }) => [
    ...Object.values(label),
    ...Object.values(alternatives).flat(),
  ])
  return [...new Set([...kinds, ...themes])]
}

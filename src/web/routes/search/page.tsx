import { redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { readerOf } from '#src/modules/identity/index.ts'
import { readRegister } from '#src/modules/organisations/index.ts'
import { SearchQuery } from '#src/modules/search/contract.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { languageOf } from '#src/web/paths.ts'
import { leaningsOf } from '#src/web/present/for-you.ts'
import { searchAddress, searchParameters } from '#src/web/present/search-address.ts'
import { searchHits } from '#src/web/present/search-hits.ts'
import { topThemes } from '#src/web/present/top-themes.ts'
import { publicReads } from '#src/web/reads.ts'
import { FacetList } from '#src/web/ui/facet-list.tsx'
import { HitList } from '#src/web/ui/hit.tsx'
import { useLanguage, useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { Pager } from '#src/web/ui/pager.tsx'
import { SearchInput } from '#src/web/ui/search-field.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { BoughtForBox, MoreBoughtFor } from './bought-for.tsx'
import { EmptyResult } from './empty-result.tsx'
import { chips, facetViews } from './facet-views.ts'
import { Chips, Notices, ResultTop, Suggestion } from './result-top.tsx'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, search, now } = context.get(programContext)
  const actor = context.get(actorContext)
  const remember = publicReads(context)
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const messages = messagesIn(language)
  const query = SearchQuery.parse(searchParameters(url, language))
  const register = await remember(['register'], () => readRegister(db))
  const leanings = query.sort === 'relevance' ? await leaningsOf(db, { actor, register }) : []
  const answer = await search.search(query, { ...readerOf(actor), leanings })
  if (query.offset > 0 && query.offset >= answer.total)
    throw redirect(searchAddress(language, { ...query, offset: 0 }))
  const words = { register, messages }
  return {
    query,
    total: answer.total,
    suggestion: answer.suggestion,
    boughtFor: answer.boughtFor,
    notices: answer.notices,
    leansFor: leanings.length > 0 ? (actor?.organisationName ?? null) : null,
    hits: await searchHits(db, answer.hits, { messages, now: now(), remember, actor }),
    facets: facetViews(query, answer, words),
    chips: chips(query, words),
    themes: answer.total === 0 ? topThemes(language) : [],
  }
}

export default function SearchPage({ loaderData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { query, total, hits, facets, chips: chosen } = loaderData
  const wide = query.q !== '' || chosen.length > 0
  return (
    <form className="wide" action={useAddress('search')} data-submit-on-change>
      <PageHead
        title={query.q ? t('search.titleFor', { query: query.q }) : t('search.title')}
        description={t('search.description')}
        unlisted={wide}
      />
      <div className="search-top">
        <h1 className={wide ? 'ds-sr-only' : 'search-heading'}>{t('search.title')}</h1>
        <search className="search-field">
          <SearchInput label={t('search.field')} value={query.q} hideLabel={wide} id="sok-q" />
        </search>
      </div>
      <div className="search-layout">
        <FacetList facets={facets} chosen={chosen.length} also={<BoughtForBox query={query} />} />
        <section aria-label={t('search.hits')}>
          <ResultTop query={query} total={total} />
          <Chips
            chips={chosen}
            clear={useAddress('search') + (query.q ? `?q=${encodeURIComponent(query.q)}` : '')}
          />
          <Notices notices={loaderData.notices} />
          {loaderData.leansFor && total > 1 && (
            <p className="search-notice">{t('search.leaning', { organisation: loaderData.leansFor })}</p>
          )}
          <Suggestion suggestion={loaderData.suggestion} query={query} />
          <MoreBoughtFor query={query} count={loaderData.boughtFor} />
          {total === 0 ? (
            <EmptyResult themes={loaderData.themes} filtered={chosen.length > 0} />
          ) : (
            <HitList hits={hits} level={2} />
          )}
          <Pages query={query} total={total} />
        </section>
      </div>
    </form>
  )
}

function Pages({ query, total }: { query: SearchQuery; total: number }) {
  const language = useLanguage()
  return (
    <Pager
      page={Math.floor(query.offset / query.limit) + 1}
      pages={Math.ceil(total / query.limit)}
      hrefOf={(page) => searchAddress(language, { ...query, offset: (page - 1) * query.limit })}
    />
  )
}

import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { PUBLIC_READER, SearchQuery } from '#src/modules/search/contract.ts'
import { concept } from '#src/modules/vocabulary/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { countConcepts } from '#src/web/present/concept-links.ts'
import { searchHits } from '#src/web/present/search-hits.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { Skos } from '#src/web/ui/skos.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { Lists } from './lists.tsx'
import { Names, Narrower, Place } from './place.tsx'
import { ThemeChoice, themeAddress, themeView } from './theme-view.ts'

const PAGE = 15

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { db, search, now } = context.get(programContext)
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const found = concept(params.id)
  if (!found) throw data(null, { status: 404 })
  const counts = await countConcepts(search)
  const choice = ThemeChoice.parse(Object.fromEntries(url.searchParams))
  const totals = { case: counts.case.get(found.id), notice: counts.notice.get(found.id) }
  const type = choice.type ?? (totals.case || !totals.notice ? 'case' : 'notice')
  const narrower = choice.narrower !== 'no'
  const sort = choice.sort ?? (type === 'case' ? 'relevance' : 'newest')
  const { offset } = choice
  const asked = { concept: found.id, type, narrower, sort, limit: PAGE, offset }
  const [{ total, hits }, given] = await Promise.all([
    search.aboutConcept(asked),
    search.search({ ...SearchQuery.parse({ limit: 1 }), type: ['case'], theme: [found.id] }, PUBLIC_READER),
  ])
  if (offset > 0 && offset >= total)
    throw redirect(themeAddress(language, found.id, { ...choice, offset: 0 }))
  return {
    view: themeView(found, { language, counts }),
    lists: {
      choice: { type, narrower, sort, offset },
      asked: choice,
      totals,
      total,
      given: given.total,
      pages: Math.ceil(total / PAGE),
      page: Math.floor(offset / PAGE) + 1,
      pageSize: PAGE,
      hits: await searchHits(db, hits, { messages: messagesIn(language), now: now() }),
    },
    isOneOfMany: url.search !== '',
  }
}

export default function ThemePage({ loaderData: { view, lists, isOneOfMany } }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const { label, scope, ways } = view
  return (
    <>
      <PageHead title={label} description={scope ?? undefined} unlisted={isOneOfMany} />
      <link rel="alternate" type="application/json" href={`/api/v1/themes/${view.id}`} />
      <PageTop
        crumbs={[{ text: t('theme.crumb'), href: address(language, 'themes') }, ...(ways[0] ?? [])]}
        kind={t(view.isTheme ? 'theme.kind' : 'theme.kind.concept')}
        title={label}
        lead={scope}
      >
        <Names view={view} />
        <Narrower view={view} />
      </PageTop>
      <div className="wide with-aside">
        <Lists view={view} lists={lists} />
        <div className="stack">
          <Place view={view} />
          {view.isTheme && (
            <p>
              <To page="spread" params={{ kind: 'theme', id: view.id }}>
                {t('adoptions.spread')}
              </To>
            </p>
          )}
          <div className="small quiet">
            <Skos />
          </div>
        </div>
      </div>
    </>
  )
}

import { conceptTree } from '#src/modules/vocabulary/index.ts'
import { programContext } from '#src/web/context.ts'
import { languageOf } from '#src/web/paths.ts'
import { conceptLinks, conceptUse, countConcepts } from '#src/web/present/concept-links.ts'
import { ConceptTree } from '#src/web/ui/concept-tree.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { Skos } from '#src/web/ui/skos.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { Found } from './found.tsx'
import { foundConcepts } from './found-concepts.ts'

const BRANCHES = ['service-area', 'procurement'] as const
const LONGEST = 100

export async function loader({ request, context }: Route.LoaderArgs) {
  const { search } = context.get(programContext)
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const query = (url.searchParams.get('q') ?? '').trim().slice(0, LONGEST)
  const [counts, status] = await Promise.all([countConcepts(search), search.status()])
  const { toBranch } = conceptLinks(language, counts)
  return {
    query,
    found: query === '' ? null : foundConcepts(query, { language, counts }),
    branches:
      query === '' ? BRANCHES.map((branch) => ({ branch, nodes: conceptTree(branch).map(toBranch) })) : [],
    use: conceptUse(counts),
    isBuilding: status.state !== 'ready',
  }
}

export default function ThemesPage({ loaderData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { query, found, branches, use, isBuilding } = loaderData
  return (
    <>
      <PageHead title={t('theme.list.title')} description={t('theme.list.lead')} unlisted={query !== ''} />
      <PageTop title={t('theme.list.title')} lead={t('theme.list.lead')}>
        <FindTheme query={query} />
      </PageTop>
      <div className="wide section">
        {isBuilding && <p className="search-notice">{t('theme.list.building')}</p>}
        {found ? <Found query={query} found={found} /> : <p className="quiet">{t('theme.list.counts')}</p>}
        {branches.map(({ branch, nodes }) => (
          <section key={branch} className="part" aria-labelledby={branch}>
            <h2 id={branch}>{t(`theme.list.${branch}`)}</h2>
            <ConceptTree nodes={nodes} />
          </section>
        ))}
        <div className="part">
          <p className="quiet">{t('theme.list.used', { total: use.total, used: use.used })}</p>
          <Skos />
        </div>
      </div>
    </>
  )
}

/** By what a theme is called, in any language; the field of the whole site looks in everything. */
function FindTheme({ query }: { query: string }) {
  const { t } = useMessages()
  return (
    <search className="after-lead">
      <form className="search-field" action={useAddress('themes')}>
        <label className="ds-label" htmlFor="tema-q">
          {t('theme.list.search')}
        </label>
        <div className="search-row">
          <input
            className="ds-input"
            id="tema-q"
            name="q"
            type="search"
            defaultValue={query}
            maxLength={LONGEST}
            autoComplete="off"
          />
          <button className="ds-button" type="submit">
            {t('theme.list.find')}
          </button>
        </div>
      </form>
    </search>
  )
}

import { messagesIn } from '#src/messages/index.ts'
import type { NeedAudience } from '#src/modules/needs/contract.ts'
import { readNeed } from '#src/modules/needs/index.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { neverKept } from '#src/web/never-kept.ts'
import { newsOf } from '#src/web/news-of.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { needDemandView } from '#src/web/present/need-demand.ts'
import { needGroupView } from '#src/web/present/need-group-view.ts'
import { marketOf, notThere } from '#src/web/present/read-market.ts'
import { DemandSection } from '#src/web/ui/demand-section.tsx'
import { Done } from '#src/web/ui/fields.tsx'
import { GroupSection } from '#src/web/ui/group-section.tsx'
import { Tags } from '#src/web/ui/hit.tsx'
import { MarketSection } from '#src/web/ui/market-section.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { SimilarLists } from '#src/web/ui/need-similar.tsx'
import { NeedTold } from '#src/web/ui/need-told.tsx'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { NeedAside } from './aside.tsx'
import { History } from './history.tsx'
import { needPageView } from './need-page-view.ts'
import { Standing } from './standing.tsx'

const NEWS = { meldt: 'announced', lagret: 'saved' } as const
type News = (typeof NEWS)[keyof typeof NEWS] | 'announcedOwn'

export const headers = neverKept

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const program = context.get(programContext)
  const reader = context.get(actorContext)
  const url = new URL(request.url)
  const messages = messagesIn(languageOf(url.pathname))
  const need = await readNeed(program.db, reader, params.id)
  if (!need) return notThere(program.db, reader, { of: { kind: 'need', id: params.id }, messages })
  return {
    ...(await needPageView(program, need, { reader, messages })),
    together: await needDemandView(program.db, reader, need),
    market: await marketOf(program.db, reader, { of: { kind: 'need', id: need.id }, messages }),
    group: need.status === 'closed' ? null : await needGroupView(program, need, { reader, messages }),
    news: newsFor(url.searchParams.get('varsel'), need.audience),
  }
}

/** What was just done; nobody else is told of what is announced to one's own. */
function newsFor(told: string | null, audience: NeedAudience): News | null {
  const news = newsOf(NEWS, told)
  return news === 'announced' && audience === 'own' ? 'announcedOwn' : news
}

export default function NeedPage({ loaderData: page }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const { need, status } = page
  const facts = [need.who.name, need.announced && t('needs.one.announced', { date: need.announced })]
  return (
    <>
      <PageHead title={need.title} description={need.outcome} unlisted={page.audience !== 'all'} />
      <PageTop
        crumbs={[{ text: t('needs.nav'), href: address(language, 'needs') }]}
        kind={t('needs.kind')}
        facts={facts.filter((fact) => fact !== null)}
        title={need.title}
        language={need.language}
      >
        <Tags tags={need.themes.map((theme) => ({ ...theme, color: 'mose' as const }))} />
      </PageTop>
      <div className="wide section with-aside">
        <div>
          {page.news && <Done>{t(`needs.news.${page.news}`)}</Done>}
          <Standing page={page} />
          <NeedTold need={need} />
          {page.group && <GroupSection group={page.group} />}
          <DemandSection demand={page.together} />
          {page.market && <MarketSection market={page.market} />}
          <History history={page.history} />
        </div>
        <NeedAside page={page} />
      </div>
      {status !== 'draft' && (
        <div className="wide section">
          <SimilarLists similar={page.similar} />
        </div>
      )}
    </>
  )
}

export type NeedPageData = Route.ComponentProps['loaderData']

import { messagesIn } from '#src/messages/index.ts'
import { dayOf, mayContribute } from '#src/modules/identity/index.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { needHits } from '#src/web/present/need-hits.ts'
import { themeChoices } from '#src/web/routes/documents/theme-choices.ts'
import { HitList } from '#src/web/ui/hit.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { NotANotice } from '#src/web/ui/need-told.tsx'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { BoardQuery, readBoard } from './board-view.ts'
import { Filters } from './filters.tsx'
import { placeChoices } from './place-choices.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const program = context.get(programContext)
  const actor = context.get(actorContext)
  const url = new URL(request.url)
  const messages = messagesIn(languageOf(url.pathname))
  const query = BoardQuery.parse(Object.fromEntries(url.searchParams))
  const board = await readBoard(program, { query, actor, today: dayOf(program.now()) })
  return {
    query,
    feed: address(messages.language, 'needsFeed') + url.search,
    hits: await needHits(program.db, board.needs, messages),
    of: board.of,
    mayWrite: actor?.isPublicBody === true && mayContribute(actor),
    isSignedIn: actor !== null,
    themes: themeChoices(messages.language),
    ...(await placeChoices(program.db, board.organisations)),
  }
}

export default function NeedsPage({ loaderData: page }: Route.ComponentProps) {
  const { t } = useMessages()
  const { query, hits, of } = page
  const isChosen = Object.values(query).some((value) => value !== '')
  return (
    <>
      <PageHead title={t('needs.board.title')} description={t('needs.board.lead')} unlisted={isChosen} />
      <link rel="alternate" type="application/atom+xml" title={t('needs.board.feed')} href={page.feed} />
      <PageTop title={t('needs.board.title')} lead={t('needs.board.lead')}>
        <p>
          <To page="needNew" className="ds-button">
            {t('needs.new')}
          </To>
        </p>
      </PageTop>
      <div className="wide section with-aside">
        <div className="stack">
          <Filters page={page} />
          <section aria-labelledby="meldt">
            <h2 id="meldt">{t('needs.board.found')}</h2>
            {hits.length > 0 && <p className="quiet">{t('needs.board.count', { count: hits.length })}</p>}
            {hits.length === 0 && <p>{t(of === 0 ? 'needs.board.none' : 'needs.board.none.filtered')}</p>}
            <HitList hits={hits} />
            {isChosen && (
              <p>
                <To page="needs">{t('needs.board.clear')}</To>
              </p>
            )}
          </section>
        </div>
        <div className="stack">
          <NotANotice />
          {!page.isSignedIn && <p className="small quiet">{t('needs.board.signIn')}</p>}
          <p>
            <a href={page.feed}>{t('needs.board.feed')}</a>
          </p>
          <p>
            <To page="radar">{t('radar.link')}</To>
          </p>
          <p>
            <To page="groups">{t('matching.board')}</To>
          </p>
          {page.mayWrite && (
            <p>
              <To page="myNeeds">{t('needs.mine.title')}</To>
            </p>
          )}
        </div>
      </div>
    </>
  )
}

export type BoardPage = Route.ComponentProps['loaderData']

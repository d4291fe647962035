import { messagesIn } from '#src/messages/index.ts'
import { reasonLabel, stoppedCases, textMatcher } from '#src/modules/catalogue/index.ts'
import { isPublicEmployee, mayContribute } from '#src/modules/identity/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import { StopFilter } from '#src/modules/stops/contract.ts'
import { countReasons, narrowStories, readableStops } from '#src/modules/stops/index.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { ofCase, ofStop, storyHit } from '#src/web/present/story-view.ts'
import { Box } from '#src/web/ui/box.tsx'
import { HitList } from '#src/web/ui/hit.tsx'
import { useLanguage, useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To, useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const program = context.get(programContext)
  const actor = context.get(actorContext)
  const url = new URL(request.url)
  const messages = messagesIn(languageOf(url.pathname))
  const { language } = messages
  const filter = StopFilter.parse(Object.fromEntries(url.searchParams))
  const stops = await readableStops(program, actor)
  const organisations = await organisationsByIds(
    program.db,
    stops.flatMap(({ organisation }) => organisation ?? []),
  )
  const stories = [
    ...stops.map((stop) => ofStop(stop, (id) => organisations.get(id)?.name ?? null, messages)),
    ...(await stoppedCases(program.db)).map((found) => ofCase(found, messages)),
  ]
  const shown = narrowStories(stories, filter, { matcher: textMatcher(), language })
  return {
    filter,
    total: stories.length,
    reasons: countReasons(stories).map((one) => ({ ...one, label: reasonLabel(one.reason, language) })),
    chosen: filter.reason ? reasonLabel(filter.reason, language) : null,
    hits: shown.map((story) => storyHit(story, messages)),
    mayTell: actor !== null && mayContribute(actor),
    seesAll: isPublicEmployee(actor),
  }
}

export default function StopsPage({ loaderData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { filter, seesAll } = loaderData
  return (
    <>
      <PageHead
        title={t('knowledge.stops.title')}
        description={t('knowledge.stops.lead')}
        unlisted={filter.q !== '' || filter.reason !== undefined}
      />
      <PageTop
        crumbs={[{ text: t('case.crumb'), href: address(useLanguage(), 'cases') }]}
        title={t('knowledge.stops.title')}
        lead={t('knowledge.stops.lead')}
      >
        <p className="after-lead">
          <To page="stopNew" className="ds-button">
            {t('knowledge.stops.tell')}
          </To>
        </p>
      </PageTop>
      <div className="wide section with-aside">
        <div>
          <Stories page={loaderData} />
        </div>
        <div className="stack">
          <Reasons page={loaderData} />
          <div className="box">
            <p className="small">{t('knowledge.stop.access')}</p>
            {!seesAll && <p className="small">{t('knowledge.stops.signIn')}</p>}
          </div>
        </div>
      </div>
    </>
  )
}

type Page = Route.ComponentProps['loaderData']

function Stories({ page: { filter, hits, total, chosen } }: { page: Page }) {
  const { t } = useMessages()
  const base = useAddress('stops')
  if (total === 0) return <p className="box">{t('knowledge.stops.empty')}</p>
  return (
    <>
      <search>
        <form action={base} className="bank-filter">
          {filter.reason && <input type="hidden" name="reason" value={filter.reason} />}
          <div className="bank-words">
            <label className="ds-label" htmlFor="q">
              {t('knowledge.stops.search')}
            </label>
            <input
              className="ds-input"
              id="q"
              name="q"
              type="search"
              defaultValue={filter.q}
              maxLength={300}
            />
          </div>
          <button className="ds-button" type="submit">
            {t('knowledge.stops.show')}
          </button>
        </form>
      </search>
      <div role="status">
        <h2 className="list-count">
          {chosen && `${chosen}: `}
          {t('knowledge.stops.count', { count: hits.length })}
        </h2>
      </div>
      {hits.length === 0 ? (
        <p>
          {t('knowledge.stops.none')} <To page="stops">{t('knowledge.stops.all')}</To>
        </p>
      ) : (
        <HitList hits={hits} />
      )}
    </>
  )
}

/** Each reason with how many of the stories that this reader may read have it. */
function Reasons({ page: { reasons, filter } }: { page: Page }) {
  const { t, number } = useMessages()
  const base = useAddress('stops')
  if (reasons.length === 0) return null
  return (
    <Box as="nav" id="arsaker" title={t('knowledge.stops.reasons')}>
      <ul className="plain-list reasons">
        {reasons.map(({ reason, label, count }) => (
          <li key={reason}>
            <a href={`${base}?reason=${reason}`} aria-current={filter.reason === reason ? 'true' : undefined}>
              {label}
            </a>
            <span className="quiet">{number(count)}</span>
          </li>
        ))}
      </ul>
      {filter.reason && (
        <p>
          <To page="stops">{t('knowledge.stops.all')}</To>
        </p>
      )}
    </Box>
  )
}

import { dayOf } from '#src/modules/identity/index.ts'
import { programContext, requestContext } from '#src/web/context.ts'
import { radarFileAddress, radarQuery } from '#src/web/present/radar-address.ts'
import { groupViews, memberViews } from '#src/web/present/radar-view.ts'
import { KeyFigures } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { RadarAside } from './aside.tsx'
import { ByTheme } from './by-theme.tsx'
import { RadarForm } from './form.tsx'
import { GroupList } from './group-list.tsx'
import { radarFields } from './radar-form-view.ts'
import { countsOf, groupsOfPage, themeViews, wheelsView } from './radar-page-view.ts'
import { readRadarPage } from './read-radar-page.ts'
import { ViewTabs } from './view-tabs.tsx'
import { YearWheels } from './year-wheels.tsx'

export async function loader(args: Route.LoaderArgs) {
  const { radar, asked, register, messages, url } = await readRadarPage(args)
  const { now } = args.context.get(programContext)
  const { origin } = args.context.get(requestContext)
  const shown = groupsOfPage(radar, asked)
  return {
    asked,
    isBare: url.search === '',
    fields: radarFields(asked, { register, messages, today: dayOf(now()) }),
    period: radar.period,
    counts: countsOf(radar),
    total: radar.total,
    isCut: radar.isCut,
    known: radar.known,
    members: memberViews(radar, messages),
    page: shown.page,
    pages: shown.pages,
    groups: asked.view === 'list' ? groupViews(radar, { groups: shown.groups, asked }, messages) : [],
    wheels: asked.view === 'wheel' ? wheelsView(radar, asked, messages) : null,
    themes: asked.view === 'theme' ? themeViews(radar, asked, messages) : [],
    files: {
      feed: origin + radarFileAddress(messages.language, 'radarFeed', asked),
      calendar: origin + radarFileAddress(messages.language, 'radarCalendar', asked),
    },
  }
}

export type RadarPageData = Route.ComponentProps['loaderData']

export default function RadarRoute({ loaderData: page }: Route.ComponentProps) {
  const { t } = useMessages()
  const { asked, files } = page
  return (
    <>
      <PageHead title={t('radar.title')} description={t('radar.lead')} unlisted={!page.isBare} />
      <link rel="alternate" type="application/atom+xml" title={t('radar.follow.feed')} href={files.feed} />
      <PageTop title={t('radar.title')} lead={t('radar.lead')}>
        <RadarForm fields={page.fields} asked={asked} />
      </PageTop>
      <div className="wide with-aside">
        <div className="radar-main">
          {asked.misfit && (
            <p className="box" data-color="korn" role="status">
              {t(`radar.misfit.${asked.misfit}`)}
            </p>
          )}
          <Found page={page} />
        </div>
        <RadarAside page={page} />
      </div>
    </>
  )
}

function Found({ page }: { page: RadarPageData }) {
  const { t, number, date } = useMessages()
  const { asked, counts, period, isCut } = page
  const { kinds, shared } = counts
  if (page.total === 0) return <Nothing />
  const figures = [
    {
      value: number(kinds['contract-end']),
      text: t('radar.count.contract-end', { count: kinds['contract-end'] }),
    },
    { value: number(kinds.planned), text: t('radar.count.planned', { count: kinds.planned }) },
    { value: number(kinds.need), text: t('radar.count.need', { count: kinds.need }) },
    { value: number(shared), text: t('radar.count.shared', { count: shared }) },
  ]
  return (
    <>
      <h2>{t('radar.period', { from: date(period.from), until: date(period.until) })}</h2>
      <KeyFigures figures={figures} />
      {isCut && <p className="quiet">{t('radar.cut', { count: kinds['contract-end'] })}</p>}
      <ViewTabs asked={asked} />
      {asked.view !== 'list' && <p className="small quiet">{t('radar.theme.note')}</p>}
      {asked.view === 'list' && <GroupList page={page} />}
      {asked.view === 'wheel' && page.wheels && <YearWheels wheels={page.wheels} />}
      {asked.view === 'theme' && <ByTheme themes={page.themes} />}
    </>
  )
}

function Nothing() {
  const { t } = useMessages()
  return (
    <div className="box" role="status">
      <h2 className="box-title">{t('radar.none')}</h2>
      <p>{t('radar.none.next')}</p>
      <p>
        <To page="needNew">{t('radar.none.need')}</To>
      </p>
      <p>
        <To page="radar" query={radarQuery(WHOLE_COUNTRY)}>
          {t('radar.circle.all')}
        </To>
      </p>
    </div>
  )
}

const WHOLE_COUNTRY = {
  kommunenummer: null,
  fylkesnummer: null,
  circle: 'all',
  theme: null,
  from: null,
  months: 24,
} as const

import { messagesIn } from '#src/messages/index.ts'
import { countCasesByPlace, newestCases } from '#src/modules/catalogue/index.ts'
import { municipalities, readRegister } from '#src/modules/organisations/index.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { languageOf } from '#src/web/paths.ts'
import { countFound } from '#src/web/present/case-counts.ts'
import { caseHit } from '#src/web/present/case-hit.ts'
import { casesForYou } from '#src/web/present/for-you.ts'
import { municipalityDots } from '#src/web/present/municipality-dots.ts'
import { searchAddress } from '#src/web/present/search-address.ts'
import { topThemes } from '#src/web/present/top-themes.ts'
import { publicReads } from '#src/web/reads.ts'
import { HitList } from '#src/web/ui/hit.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { NorwayMap } from '#src/web/ui/norway-map.tsx'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { To, useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { Ask } from './ask.tsx'
import { Counted, type FrontFigures } from './counted.tsx'
import { ForYou } from './for-you.tsx'
import { ThemeGrid } from './theme-grid.tsx'

const NEWEST = 4

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, search } = context.get(programContext)
  const remember = publicReads(context)
  const language = languageOf(new URL(request.url).pathname)
  const messages = messagesIn(language)
  const [register, places, byTheme, procurements, notices, newest] = await Promise.all([
    remember(['register'], () => readRegister(db)),
    remember(['casesByPlace'], () => countCasesByPlace(db)),
    search.countConcepts('case'),
    countFound(search, { type: ['case'], kind: ['procurement'] }),
    countFound(search, { type: ['notice'] }),
    remember(['newestCases', NEWEST], () => newestCases(db, NEWEST)),
  ])
  const all = municipalities(register)
  const figures: FrontFigures = {
    procurements: procurements.total,
    years: [...procurements.values('year')].sort(),
    joint: procurements.of('joint', 'true'),
    jointHref: searchAddress(language, { type: ['case'], kind: ['procurement'], joint: ['true'] }),
    municipalities: all.length,
    notices: notices.total,
    noticeYears: [...notices.values('year')].sort(),
  }
  return {
    figures,
    dots: await remember(['dots', language], async () =>
      municipalityDots(all, places.municipalities, messages),
    ),
    themes: topThemes(language).map((theme) => ({ ...theme, count: byTheme.get(theme.id)?.all ?? 0 })),
    newest: newest.map((summary) => caseHit(summary, messages)),
    forYou: await casesForYou(db, { actor: context.get(actorContext), register, messages }),
  }
}

export default function FrontPage({ loaderData }: Route.ComponentProps) {
  const { t } = useMessages()
  return (
    <>
      <PageHead title={t('front.title')} description={t('front.lead')} />
      <div className="hero">
        <div className="wide">
          <div>
            <h1>{t('front.heading')}</h1>
            <p className="lead">{t('front.lead')}</p>
            <Ask />
          </div>
          <div className="no-print">
            <NorwayMap
              dots={loaderData.dots}
              title={t('front.map.title')}
              description={t('front.map.description')}
              caption={t('front.map.description')}
            />
            <p className="map-list">
              <To page="municipalities">{t('front.map.list')}</To>
            </p>
          </div>
        </div>
      </div>
      {loaderData.forYou && <ForYou page={loaderData.forYou} />}
      <Counted figures={loaderData.figures} />
      <ThemeGrid themes={loaderData.themes} />
      <div className="wide front-columns">
        <section aria-labelledby="nyeste">
          <h2 id="nyeste">{t('front.newest')}</h2>
          <HitList hits={loaderData.newest} />
          <p>
            <To page="cases">{t('front.newest.all')}</To>
          </p>
        </section>
        <Together jointHref={loaderData.figures.jointHref} />
      </div>
    </>
  )
}

function Together({ jointHref }: { jointHref: string }) {
  const { t } = useMessages()
  const example = useAddress('case', { id: 'case-001' })
  return (
    <aside className="box" data-color="korn" aria-labelledby="sammen">
      <h2 id="sammen">{t('front.together.title')}</h2>
      <p>{t('front.together.text')}</p>
      <p>
        <a href={example}>{t('front.together.link')}</a>
      </p>
      <p>
        <To page="radar">{t('radar.link')}</To>
      </p>
      <p>
        <a className="ds-button" data-color="fjord" href={jointHref}>
          {t('front.together.joint')}
        </a>
      </p>
    </aside>
  )
}

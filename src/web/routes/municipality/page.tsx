import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { casesOf } from '#src/modules/catalogue/index.ts'
import { comingContractEnds, noticesOf } from '#src/modules/notices/index.ts'
import { currentMunicipality, municipalityPage, readRegister } from '#src/modules/organisations/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { caseHit } from '#src/web/present/case-hit.ts'
import { noticeHit } from '#src/web/present/notice-hit.ts'
import { searchAddress } from '#src/web/present/search-address.ts'
import { publicReads } from '#src/web/reads.ts'
import { BoughtFor } from '#src/web/ui/bought-for.tsx'
import { Section } from '#src/web/ui/facts.tsx'
import { HitList } from '#src/web/ui/hit.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { MunicipalityAside } from './aside.tsx'
import { ContractEnds } from './contract-ends.tsx'
import { contractEndViews, placeView } from './place-view.ts'

const SHOWN = { cases: 10, nearby: 4, notices: 5, ends: 12 }

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { db, now: clock } = context.get(programContext)
  const language = languageOf(new URL(request.url).pathname)
  const messages = messagesIn(language)
  const remember = publicReads(context)
  const register = await remember(['register'], () => readRegister(db))
  const page = municipalityPage(register, params.number)
  if (!page) {
    const today = currentMunicipality(register, params.number)
    if (today) throw redirect(address(language, 'municipality', { number: today.kommunenummer }), 301)
    throw data(null, { status: 404 })
  }
  const now = clock()
  const near = [params.number, ...page.neighbours.map(({ municipality }) => municipality.kommunenummer)]
  const from = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('Europe/Oslo')
    .toPlainDate()
    .toString()
  const [cases, notices, boughtFor, ends] = await Promise.all([
    remember(['casesOf', page.organisation.id], () => casesOf(db, { organisation: page.organisation.id })),
    remember(['noticesOf', params.number], () =>
      noticesOf(db, { kommunenummer: params.number }, { limit: SHOWN.notices }),
    ),
    remember(['boughtFor', params.number], () =>
      noticesOf(db, { kommunenummer: params.number }, { limit: SHOWN.notices, boughtFor: 'only' }),
    ),
    remember(['contractEnds', near, from], () =>
      comingContractEnds(db, { kommunenumre: near, from, limit: SHOWN.ends }),
    ),
  ])
  const nearby = cases.length > 0 ? [] : await casesOf(db, { county: page.county.fylkesnummer }, SHOWN.nearby)
  return {
    place: placeView(page, messages),
    nearby: nearby.map((summary) => caseHit(summary, messages)),
    cases: cases.slice(0, SHOWN.cases).map((summary) => caseHit(summary, messages)),
    notices: notices.notices.map((notice) => noticeHit(notice, messages, now)),
    noticeTotal: notices.total,
    boughtFor: boughtFor.notices.map((notice) => noticeHit(notice, messages, now)),
    boughtForTotal: boughtFor.total,
    ends: contractEndViews(ends, language, near),
    all: {
      cases:
        cases.length > SHOWN.cases
          ? searchAddress(language, { type: ['case'], municipality: [params.number] })
          : null,
      notices: searchAddress(language, { type: ['notice'], municipality: [params.number] }),
      boughtFor: searchAddress(language, {
        type: ['notice'],
        municipality: [params.number],
        boughtFor: 'too',
      }),
    },
  }
}

export default function MunicipalityRoute({ loaderData }: Route.ComponentProps) {
  const { t, number, list, language } = useMessages()
  const { place } = loaderData
  return (
    <>
      <PageHead title={place.title} description={t('place.cases', { name: place.name })} />
      <PageTop
        crumbs={[{ text: t('place.crumb'), href: address(language, 'municipalities') }, place.county]}
        kind={t('place.kind.municipality')}
        title={place.title}
        lead={t('place.lead', { population: number(place.population.count), county: place.county.text })}
      >
        {place.alsoCalled.length > 0 && (
          <p className="quiet">{t('place.alsoCalled', { names: list(place.alsoCalled) })}</p>
        )}
      </PageTop>
      <div className="wide with-aside">
        <div>
          <Cases data={loaderData} />
          <Notices data={loaderData} />
          <BoughtFor
            hits={loaderData.boughtFor}
            total={loaderData.boughtForTotal}
            lead={t('place.boughtFor.lead', { name: place.name })}
            all={loaderData.all.boughtFor}
          />
          <ContractEnds ends={loaderData.ends} name={place.name} number={place.kommunenummer} />
        </div>
        <MunicipalityAside place={place} />
      </div>
    </>
  )
}

type Loaded = Route.ComponentProps['loaderData']

function Cases({ data: { place, cases, nearby, all } }: { data: Loaded }) {
  const { t } = useMessages()
  return (
    <Section title={t('place.cases', { name: place.name })} id="eksempler">
      {cases.length === 0 ? <NoCases county={place.county.text} nearby={nearby} /> : <HitList hits={cases} />}
      {all.cases && (
        <p>
          <a href={all.cases}>{t('place.all')}</a>
        </p>
      )}
    </Section>
  )
}

/** Nothing from here: others in the county may have something. */
function NoCases({ county, nearby }: { county: string; nearby: Loaded['nearby'] }) {
  const { t } = useMessages()
  return (
    <>
      <p>{t('place.cases.none')}</p>
      {nearby.length > 0 && (
        <>
          <h3 className="subheading">{t('place.cases.county', { county })}</h3>
          <HitList hits={nearby} />
        </>
      )}
    </>
  )
}

function Notices({ data: { notices, noticeTotal, all } }: { data: Loaded }) {
  const { t, number } = useMessages()
  return (
    <Section title={t('place.notices')} id="kunngjoringer">
      {notices.length === 0 ? <p className="quiet">{t('place.notices.none')}</p> : <HitList hits={notices} />}
      {noticeTotal > notices.length && (
        <p>
          <a href={all.notices}>{t('place.notices.all', { count: number(noticeTotal) })}</a>
        </p>
      )}
    </Section>
  )
}

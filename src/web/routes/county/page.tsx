import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { casesOf, countCasesByPlace } from '#src/modules/catalogue/index.ts'
import { noticesOf } from '#src/modules/notices/index.ts'
import { countyPage, currentCounties, population, readRegister } from '#src/modules/organisations/index.ts'
import { compareNames } from '#src/platform/compare-names.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { caseHit } from '#src/web/present/case-hit.ts'
import { noticeHit } from '#src/web/present/notice-hit.ts'
import { searchAddress } from '#src/web/present/search-address.ts'
import { BoughtFor } from '#src/web/ui/bought-for.tsx'
import { Section } from '#src/web/ui/facts.tsx'
import { HitList } from '#src/web/ui/hit.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'

const SHOWN = { cases: 10, notices: 5 }

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { db, now } = context.get(programContext)
  const language = languageOf(new URL(request.url).pathname)
  const messages = messagesIn(language)
  const register = await readRegister(db)
  const page = countyPage(register, params.number)
  if (!page) {
    const [today] = currentCounties(register, params.number)
    if (today) throw redirect(address(language, 'county', { number: today.fylkesnummer }), 301)
    throw data(null, { status: 404 })
  }
  const [cases, counts, notices, boughtFor] = await Promise.all([
    casesOf(db, { county: params.number }),
    countCasesByPlace(db),
    noticesOf(db, { fylkesnummer: params.number }, { limit: SHOWN.notices }),
    noticesOf(db, { fylkesnummer: params.number }, { limit: SHOWN.notices, boughtFor: 'only' }),
  ])
  return {
    number: params.number,
    name: page.county.name,
    alsoCalled: page.county.otherNames.filter(({ kind }) => kind === 'parallel').map(({ name }) => name),
    population: page.municipalities.reduce((sum, one) => sum + population(one), 0),
    municipalities: page.municipalities
      .map((one) => ({
        name: one.name,
        href: address(language, 'municipality', { number: one.kommunenummer }),
        population: population(one),
        cases: counts.municipalities.get(one.kommunenummer) ?? 0,
      }))
      .toSorted((a, b) => compareNames(a.name, b.name)),
    cases: cases.slice(0, SHOWN.cases).map((summary) => caseHit(summary, messages)),
    notices: notices.notices.map((notice) => noticeHit(notice, messages, now())),
    noticeTotal: notices.total,
    boughtFor: boughtFor.notices.map((notice) => noticeHit(notice, messages, now())),
    boughtForTotal: boughtFor.total,
    allBoughtFor: searchAddress(language, {
      type: ['notice'],
      county: [params.number],
      boughtFor: 'too',
    }),
    allCases: searchAddress(language, { type: ['case'], county: [params.number] }),
    allNotices: searchAddress(language, { type: ['notice'], county: [params.number] }),
  }
}

export default function CountyRoute({ loaderData: county }: Route.ComponentProps) {
  const { t, number, list, language } = useMessages()
  return (
    <>
      <PageHead title={county.name} description={t('place.county.cases', { name: county.name })} />
      <PageTop
        crumbs={[{ text: t('place.crumb'), href: address(language, 'municipalities') }]}
        kind={t('place.kind.county')}
        title={county.name}
        lead={t('place.county.lead', {
          municipalities: county.municipalities.length,
          population: number(county.population),
        })}
      >
        {county.alsoCalled.length > 0 && (
          <p className="quiet">{t('place.alsoCalled', { names: list(county.alsoCalled) })}</p>
        )}
      </PageTop>
      <div className="wide with-aside">
        <div>
          <Section title={t('place.county.cases', { name: county.name })} id="eksempler">
            {county.cases.length === 0 ? (
              <p className="quiet">{t('place.county.cases.none')}</p>
            ) : (
              <HitList hits={county.cases} />
            )}
            <p>
              <a href={county.allCases}>{t('place.all')}</a>
            </p>
          </Section>
          <Section title={t('place.notices')} id="kunngjoringer">
            {county.notices.length === 0 ? (
              <p className="quiet">{t('place.notices.none')}</p>
            ) : (
              <HitList hits={county.notices} />
            )}
            {county.noticeTotal > county.notices.length && (
              <p>
                <a href={county.allNotices}>
                  {t('place.notices.all', { count: number(county.noticeTotal) })}
                </a>
              </p>
            )}
          </Section>
          <BoughtFor
            hits={county.boughtFor}
            total={county.boughtForTotal}
            lead={t('place.boughtFor.county', { name: county.name })}
            all={county.allBoughtFor}
          />
        </div>
        <Municipalities municipalities={county.municipalities} />
      </div>
    </>
  )
}

type Municipalities = Route.ComponentProps['loaderData']['municipalities']

function Municipalities({ municipalities }: { municipalities: Municipalities }) {
  const { t, number } = useMessages()
  return (
    <section aria-labelledby="kommunene" className="scrolls">
      <h2 id="kommunene">{t('place.county.municipalities')}</h2>
      <table className="ds-table">
        <thead>
          <tr>
            <th scope="col">{t('place.table.name')}</th>
            <th scope="col" className="number">
              {t('place.table.population')}
            </th>
            <th scope="col" className="number">
              {t('place.table.cases')}
            </th>
          </tr>
        </thead>
        <tbody>
          {municipalities.map((one) => (
            <tr key={one.href}>
              <th scope="row">
                <a href={one.href}>{one.name}</a>
              </th>
              <td className="number">{number(one.population)}</td>
              <td className="number">{number(one.cases)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

import { redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { countCasesByPlace } from '#src/modules/catalogue/index.ts'
import {
  counties,
  currentMunicipality,
  findOrganisation,
  municipalities,
  population,
  type Register,
  readRegister,
} from '#src/modules/organisations/index.ts'
import { compareNames } from '#src/platform/compare-names.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { municipalityDots } from '#src/web/present/municipality-dots.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { NorwayMap } from '#src/web/ui/norway-map.tsx'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const [register, counts] = await Promise.all([readRegister(db), countCasesByPlace(db)])
  const name = url.searchParams.get('navn')?.trim().slice(0, 100) ?? ''
  const wanted = name ? municipalityNamed(register, name) : null
  if (wanted) throw redirect(address(language, 'municipality', { number: wanted }))
  const all = municipalities(register)
  const inCounty = Map.groupBy(all, (one) => one.fylkesnummer)
  return {
    name,
    dots: municipalityDots(all, counts.municipalities, messagesIn(language)),
    counties: counties(register)
      .map(({ fylkesnummer, name }) => ({
        number: fylkesnummer,
        name,
        href: address(language, 'county', { number: fylkesnummer }),
        municipalities: (inCounty.get(fylkesnummer) ?? [])
          .map((one) => ({
            name: one.name,
            href: address(language, 'municipality', { number: one.kommunenummer }),
            population: population(one),
            cases: counts.municipalities.get(one.kommunenummer) ?? 0,
          }))
          .toSorted((a, b) => compareNames(a.name, b.name)),
      }))
      .toSorted((a, b) => compareNames(a.name, b.name)),
  }
}

/** A number, or a name of today, of before, or in Sami. */
function municipalityNamed(register: Register, name: string): string | null {
  const number = /^\d{4}$/.test(name) ? name : findOrganisation(register, { name })?.kommunenummer
  return number ? (currentMunicipality(register, number)?.kommunenummer ?? null) : null
}

export default function MunicipalitiesPage({
  loaderData: { name, dots, counties: all },
}: Route.ComponentProps) {
  const { t } = useMessages()
  return (
    <>
      <PageHead title={t('place.list.title')} description={t('place.list.lead')} />
      <PageTop title={t('place.list.title')} lead={t('place.list.lead')}>
        <FindMunicipality
          name={name}
          names={all.flatMap((county) => county.municipalities.map((one) => one.name))}
        />
        <nav aria-label={t('place.list.jump')} className="after-lead">
          <ul className="jump">
            {all.map(({ number, name }) => (
              <li key={number}>
                <a href={`#f${number}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      </PageTop>
      <div className="wide place-layout">
        <div>
          {all.map((county) => (
            <CountyList key={county.number} county={county} />
          ))}
        </div>
        <div className="map-beside no-print">
          <NorwayMap
            dots={dots}
            title={t('front.map.title')}
            description={t('front.map.description')}
            caption={t('front.map.description')}
          />
        </div>
      </div>
    </>
  )
}

function FindMunicipality({ name, names }: { name: string; names: readonly string[] }) {
  const { t } = useMessages()
  return (
    <form className="search-field after-lead" action={useAddress('municipalities')}>
      <label className="ds-label" htmlFor="navn">
        {t('place.find')}
      </label>
      <div className="search-row">
        <input
          className="ds-input"
          id="navn"
          name="navn"
          list="kommunenavn"
          defaultValue={name}
          autoComplete="off"
          aria-describedby={name ? 'fant-ikke' : undefined}
        />
        <button className="ds-button" type="submit">
          {t('place.find.button')}
        </button>
      </div>
      <datalist id="kommunenavn">
        {names.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      {name && (
        <p id="fant-ikke" role="status">
          {t('place.find.none', { name })}
        </p>
      )}
    </form>
  )
}

type County = Route.ComponentProps['loaderData']['counties'][number]

function CountyList({ county }: { county: County }) {
  const { t } = useMessages()
  return (
    <section className="part" aria-labelledby={`f${county.number}`}>
      <h2 id={`f${county.number}`}>
        <a href={county.href}>{county.name}</a>
      </h2>
      <ul className="names">
        {county.municipalities.map(({ name, href, cases }) => (
          <li key={href}>
            <a href={href}>{name}</a>
            {cases > 0 && <span className="small quiet"> {t('place.list.count', { count: cases })}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

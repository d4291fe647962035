import { Box } from '#src/web/ui/box.tsx'
import { FactList } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { PlaceLink, PlaceView } from './place-view.ts'

export function MunicipalityAside({ place }: { place: PlaceView }) {
  const { t } = useMessages()
  return (
    <div className="stack">
      <JointBodies place={place} />
      <Places title={t('place.like')} id="ligner" places={place.like} />
      <Places title={t('place.neighbours')} id="naermest" places={place.neighbours} />
      <About place={place} />
    </div>
  )
}

function JointBodies({ place: { jointBodies } }: { place: PlaceView }) {
  const { t } = useMessages()
  return (
    <Box id="samarbeid" title={t('place.bodies')} color="lyng">
      {jointBodies.length === 0 && <p>{t('place.bodies.none')}</p>}
      <ul className="plain-list">
        {jointBodies.map(({ name, kind, notes, sourceUrl }) => (
          <li key={name}>
            {sourceUrl ? <a href={sourceUrl}>{name}</a> : name}
            <span className="grade">{[kind, ...notes].join(', ')}</span>
          </li>
        ))}
      </ul>
    </Box>
  )
}

function Places({ title, id, places }: { title: string; id: string; places: readonly PlaceLink[] }) {
  if (places.length === 0) return null
  return (
    <section className="box" aria-labelledby={id}>
      <h2 id={id} className="box-title">
        {title}
      </h2>
      <ul className="plain-list">
        {places.map(({ name, href, note }) => (
          <li key={href}>
            <a href={href}>{name}</a>
            <span className="grade">{note}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function About({ place }: { place: PlaceView }) {
  const { t, number } = useMessages()
  const { year, count } = place.population
  return (
    <Box id="fakta" title={t('place.facts')}>
      <FactList
        facts={[
          {
            name: t('place.population'),
            value: t('place.populationIn', { count: number(count), year: `${year}` }),
          },
          { name: t('place.number'), value: place.kommunenummer },
          { name: t('place.organisationNumber'), value: place.organisasjonsnummer ?? t('site.unknown') },
          {
            name: t('place.centrality'),
            value: t('place.centrality.value', { class: place.centralityClass }),
          },
          { name: t('place.kostra'), value: place.kostraGroup },
          { name: t('place.languageForm'), value: t(`place.languageForm.${place.languageForm}`) },
          place.sami ? { name: t('place.sami'), value: t('place.sami.yes') } : null,
          place.smallDistrict ? { name: t('place.smallDistrict'), value: place.smallDistrict } : null,
        ]}
      />
      <p className="small quiet">{t('place.source')}</p>
    </Box>
  )
}

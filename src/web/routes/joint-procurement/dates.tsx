import { Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { OverviewView } from './overview-view.ts'

/** When it can be published at the earliest, and how each participant's council counts in it. */
export function Dates({ dates }: { dates: OverviewView['dates'] }) {
  const { t } = useMessages()
  if (!dates) return null
  return (
    <Section title={t('joint.dates')} id="naar">
      <div className="stack">
        <p>
          <strong>{t('joint.dates.earliest', { date: dates.earliest })}</strong>
        </p>
        {dates.wanted && (
          <p className="box" data-color="korn">
            {t('joint.dates.wanted', { date: dates.wanted })}
          </p>
        )}
        <table className="ds-table cards" aria-labelledby="naar">
          <thead>
            <tr>
              <th scope="col">{t('joint.dates.organisation')}</th>
              <th scope="col">{t('joint.dates.anchored')}</th>
              <th scope="col">{t('joint.dates.publication')}</th>
            </tr>
          </thead>
          <tbody>
            {dates.each.map(({ id, name, anchored, publication }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td data-label={t('joint.dates.anchored')}>{anchored}</td>
                <td data-label={t('joint.dates.publication')}>{publication}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="small quiet">{t('joint.dates.how')}</p>
      </div>
    </Section>
  )
}

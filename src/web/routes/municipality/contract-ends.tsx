import { Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { ContractEndView } from './place-view.ts'

type Props = { readonly ends: readonly ContractEndView[]; readonly name: string; readonly number: string }

/** Contracts that end here and among the neighbours: the time to think anew, perhaps together. */
export function ContractEnds({ ends, name, number }: Props) {
  const { t, date, list } = useMessages()
  if (ends.length === 0) {
    return (
      <Section title={t('place.ends')} id="kontrakter">
        <p className="quiet">{t('place.ends.none')}</p>
        <ToRadar name={name} number={number} />
      </Section>
    )
  }
  return (
    <Section title={t('place.ends')} id="kontrakter">
      <p>{t('place.ends.lead', { name })}</p>
      <table className="ds-table cards">
        <thead>
          <tr>
            <th scope="col">{t('place.ends.what')}</th>
            <th scope="col">{t('place.ends.who')}</th>
            <th scope="col">{t('place.ends.supplier')}</th>
            <th scope="col">{t('place.ends.when')}</th>
          </tr>
        </thead>
        <tbody>
          {ends.map((end) => (
            <tr key={`${end.href} ${end.title} ${end.endsOn}`}>
              <th scope="row" lang={end.language}>
                <a href={end.href}>{end.title}</a>
              </th>
              <td data-label={t('place.ends.who')}>
                {end.buyers.join(', ')}
                {end.unnamed.length > 0 && (
                  <span className="grade">{t('place.ends.through', { names: list(end.unnamed) })}</span>
                )}
              </td>
              <td data-label={t('place.ends.supplier')}>{end.suppliers.join(', ')}</td>
              <td data-label={t('place.ends.when')}>
                {date(end.endsOn)}
                {end.mayBeExtended && <span className="grade">{t('place.ends.options')}</span>}
                {end.fromCompetition && <span className="grade">{t('place.ends.duration')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ToRadar name={name} number={number} />
    </Section>
  )
}

function ToRadar({ name, number }: Pick<Props, 'name' | 'number'>) {
  const { t } = useMessages()
  return (
    <p>
      <To page="radar" query={`kommune=${number}`}>
        {t('radar.link.around', { name })}
      </To>
    </p>
  )
}

import { Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { MeasuredView } from './benefit-view.ts'
import type { BenefitPageData } from './page.tsx'

/** What each got out of it; what is not measured or not known says so. */
export function BenefitTable({ page }: { page: BenefitPageData }) {
  const { t } = useMessages()
  const months = page.rows[0]?.measured.map((one) => one.months) ?? []
  return (
    <Section title={t('jointBenefit.measured')} id="gevinst-i-kommunene">
      <p>{t('jointBenefit.measured.help')}</p>
      <table className="ds-table cards">
        <thead>
          <tr>
            <th scope="col">{t('jointBenefit.who')}</th>
            {months.map((one) => (
              <th scope="col" key={one}>
                {t('jointBenefit.after', { months: one })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {row.measured.map((one) => (
                <td key={one.months} data-label={t('jointBenefit.after', { months: one.months })}>
                  <Measured view={one.view} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** What is still to be measured, by whom and when. */
export function Dues({ page: { dues } }: { page: BenefitPageData }) {
  const { t } = useMessages()
  return (
    <Section title={t('jointBenefit.due')} id="venter">
      {dues.length === 0 ? (
        <p>{t('jointBenefit.due.none')}</p>
      ) : (
        <ul>
          {dues.map(({ text, isPast }) => (
            <li key={text}>
              {text}{' '}
              {isPast && (
                <span className="ds-tag" data-color="korn">
                  {t('jointBenefit.due.past')}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Measured({ view }: { view: MeasuredView }) {
  const { t } = useMessages()
  switch (view.kind) {
    case 'measured':
      return (
        <>
          <strong>{view.figure}</strong> {view.what}
          {view.lines.map((line) => (
            <span className="grade" key={line}>
              {line}
            </span>
          ))}
        </>
      )
    case 'notMeasured':
      return t('jointBenefit.notMeasured', { why: view.why })
    case 'notDue':
      return <span className="quiet">{t('jointBenefit.notDue')}</span>
    case 'stopped':
      return <span className="quiet">{t('jointBenefit.status.stopped')}</span>
    case 'unknown':
      return <span className="unknown">{t('jointBenefit.unknown')}</span>
  }
}

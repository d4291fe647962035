import type { AuditLogView } from '#src/web/present/audit-log.ts'
import { SelectField, TextField } from './fields.tsx'
import { useMessages } from './messages.ts'
import { Pager } from './pager.tsx'

type Props = {
  readonly log: AuditLogView
  /** Where this log stands, and where it is given out as a file. */
  readonly address: string
  readonly fileAddress: string
  /** Whether what was done is told with for whom; an organisation's own log is all for one. */
  readonly forMany?: boolean
}

/** Who did what, for whom, when: filtered, a page at a time, and as a file. */
export function AuditLog({ log, address, fileAddress, forMany = false }: Props) {
  const { t } = useMessages()
  const { rows, total, page, pages, query } = log
  const href = (params: Record<string, string>) => {
    const asked = new URLSearchParams(query)
    for (const [name, value] of Object.entries(params)) asked.set(name, value)
    return `?${asked}`
  }
  return (
    <>
      <Filter log={log} address={address} />
      <p className="list-count" role="status">
        {t('audit.count', { count: total })}
      </p>
      {rows.length > 0 && <Table log={log} forMany={forMany} fileAddress={fileAddress} />}
      <Pager page={page} pages={pages} hrefOf={(side) => address + href({ side: String(side) })} />
      {total > 0 && (
        <p className="after-lead small no-print">
          {t('audit.file')} <a href={fileAddress + href({ format: 'csv' })}>{t('audit.file.csv')}</a> ·{' '}
          <a href={fileAddress + href({ format: 'json' })}>{t('audit.file.json')}</a> ·{' '}
          <a href={fileAddress + href({ format: 'pdf' })}>{t('audit.file.pdf')}</a> ·{' '}
          <a href={fileAddress + href({ format: 'docx' })}>{t('audit.file.docx')}</a>
        </p>
      )}
    </>
  )
}

function Filter({ log: { chosen, people, nouns }, address }: Pick<Props, 'log' | 'address'>) {
  const { t } = useMessages()
  const all = { value: '', text: t('audit.filter.all') }
  return (
    <form action={address} className="log-filter no-print" aria-label={t('audit.filter')}>
      <TextField name="fra" type="date" label={t('audit.filter.from')} value={chosen.from} />
      <TextField name="til" type="date" label={t('audit.filter.to')} value={chosen.to} />
      <SelectField
        name="person"
        label={t('audit.filter.person')}
        value={chosen.person}
        choices={[all, ...people]}
      />
      <SelectField name="om" label={t('audit.filter.noun')} value={chosen.noun} choices={[all, ...nouns]} />
      <button className="ds-button" type="submit" data-variant="secondary">
        {t('audit.filter.button')}
      </button>
    </form>
  )
}

type TableProps = { log: AuditLogView; forMany: boolean; fileAddress: string }

function Table({ log: { rows }, forMany, fileAddress }: TableProps) {
  const { t, dateTime } = useMessages()
  return (
    <div className="scrolls">
      <table className="ds-table cards audit">
        <thead>
          <tr>
            <th scope="col">{t('audit.file.at')}</th>
            <th scope="col">{t('audit.file.what')}</th>
            <th scope="col">{t('audit.file.subject')}</th>
            <th scope="col">{t('audit.file.who')}</th>
            {forMany && <th scope="col">{t('audit.file.forWhom')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.seq}>
              <td>
                {dateTime(row.at)}
                <br />
                <a
                  className="small no-print"
                  href={`${fileAddress}?format=pdf&nr=${row.seq}`}
                  aria-label={t('audit.paper.of', { what: row.what, when: dateTime(row.at) })}
                >
                  {t('audit.paper')}
                </a>
              </td>
              <th scope="row">
                {row.what}
                {row.versions && (
                  <span className="small">
                    {' · '}
                    {row.versions.href ? (
                      <a href={row.versions.href}>{row.versions.text}</a>
                    ) : (
                      row.versions.text
                    )}
                  </span>
                )}
              </th>
              <td className="breaks" data-label={t('audit.file.subject')}>
                {row.href ? <a href={row.href}>{row.subject}</a> : row.subject}
              </td>
              <td data-label={t('audit.file.who')}>{row.who}</td>
              {forMany && <td data-label={t('audit.file.forWhom')}>{row.forWhom ?? ''}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

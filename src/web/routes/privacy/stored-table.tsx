import { useMessages } from '#src/web/ui/messages.ts'

const ROWS = ['account', 'roles', 'log', 'session', 'tokens', 'notices', 'contact'] as const

/** What is stored of one who signs in: what, why, on which legal basis, and how long. */
export function StoredTable({ tokenDays }: { tokenDays: number }) {
  const { t } = useMessages()
  const heads = ['what', 'why', 'basis', 'long'] as const
  return (
    <table className="ds-table cards" aria-labelledby="lagres">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`privacy.table.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row}>
            <th scope="row">{t(`privacy.row.${row}.what`)}</th>
            <td data-label={t('privacy.table.why')}>{t(`privacy.row.${row}.why`)}</td>
            <td data-label={t('privacy.table.basis')}>{t(`privacy.row.${row}.basis`)}</td>
            <td data-label={t('privacy.table.long')}>{t(`privacy.row.${row}.long`, { days: tokenDays })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

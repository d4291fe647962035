import { useMessages } from '#src/web/ui/messages.ts'

/** A rule, dated. */
export type LawView = {
  readonly reference: string
  readonly says: string
  readonly url: string
  readonly lastChecked: string
  readonly needsLawyer: boolean
}

/** Rules that may apply, each with where it stands and when that was last looked at. */
export function Laws({ laws }: { laws: readonly LawView[] }) {
  const { t, date } = useMessages()
  if (laws.length === 0) return null
  return (
    <div>
      <p>
        <strong>{t('jointWithdraw.laws')}</strong>
      </p>
      <ul className="sources plain-list">
        {laws.map((law) => (
          <li key={law.reference}>
            <a href={law.url} rel="external">
              {law.reference}
            </a>
            <span>{law.says}</span>
            <span className="small quiet">
              {t('jointWithdraw.law.checked', { date: date(law.lastChecked) })}.
              {law.needsLawyer && ` ${t('jointWithdraw.law.lawyer')}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

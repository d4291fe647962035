import type { AccessView } from '#src/web/present/access-view.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'

/** What is open, and what was; only the former can be closed. */
export function AccessList({ accesses }: { accesses: readonly AccessView[] }) {
  const { t, date } = useMessages()
  const action = useAddress('advisers')
  if (accesses.length === 0) return <p>{t('people.advisers.none')}</p>
  return (
    <ul className="plain-list lines">
      {accesses.map((access) => {
        const adviser = access.adviser ?? t('people.former')
        return (
          <li key={access.id} className="session">
            <div>
              <strong>{adviser}</strong>{' '}
              <span className="ds-tag" data-color={access.state === 'open' ? 'korn' : 'neutral'}>
                {t(`people.advisers.state.${access.state}`)}
              </span>
              <p>{access.kind ? t(`people.advisers.scope.${access.kind}`) : access.one}</p>
              <p className="small quiet">
                {t('people.advisers.until', { day: date(access.endsOn) })} · {access.purpose}
              </p>
            </div>
            {access.state === 'open' && (
              <form method="post" action={action}>
                <button
                  className="ds-button"
                  data-variant="secondary"
                  type="submit"
                  name="close"
                  value={access.id}
                  aria-label={t('people.advisers.close.named', { name: adviser })}
                >
                  {t('people.advisers.close')}
                </button>
              </form>
            )}
          </li>
        )
      })}
    </ul>
  )
}

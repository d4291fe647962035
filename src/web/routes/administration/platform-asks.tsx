import type { RoleView } from '#src/web/present/role-view.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'

/** Who waits for an answer that nobody in the organisation can give. */
export function PlatformAsks({ asks }: { asks: readonly RoleView[] }) {
  const { t, date } = useMessages()
  return (
    <section aria-labelledby="venter">
      <h2 id="venter">{t('people.administration.asks')}</h2>
      {asks.length === 0 ? (
        <p>{t('people.administration.asks.none')}</p>
      ) : (
        <ul className="plain-list lines">
          {asks.map((ask) => (
            <li key={ask.membership} className="session">
              <div>
                <strong>{ask.organisation}</strong>
                <p className="small quiet">
                  {ask.name} · {t(`identity.role.${ask.role}`)} · {date(ask.since)}
                </p>
              </div>
              <To page="platformAsk" params={{ id: ask.membership }} className="ds-button">
                {t('people.organisation.answer')}
                <span className="ds-sr-only"> {ask.name}</span>
              </To>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

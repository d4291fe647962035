import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'

type Props = { readonly leads: boolean; readonly mandates: number; readonly tokens: number }

/** Where the rest of what belongs to the organisation stands. */
export function OrganisationRooms({ leads, mandates, tokens }: Props) {
  const { t } = useMessages()
  return (
    <aside className="stack" aria-label={t('people.organisation.rooms')}>
      <div className="box">
        <h2 className="box-title">{t('people.organisation.rooms')}</h2>
        <ul className="plain-list">
          <li>
            <To page="mandates">{t('people.organisation.mandates', { count: mandates })}</To>
          </li>
          {leads && (
            <>
              <li>
                <To page="advisers">{t('people.organisation.advisers')}</To>
              </li>
              <li>
                <To page="organisationLog">{t('people.organisation.log')}</To>
              </li>
            </>
          )}
          <li>
            <To page="apiTokens">{t('people.organisation.tokens', { count: tokens })}</To>
          </li>
          <li>
            <To page="myRoles">{t('people.roles.title')}</To>
          </li>
        </ul>
      </div>
      {leads && <p className="small quiet">{t('people.organisation.handOver.how')}</p>}
    </aside>
  )
}

import { useMessages } from '#src/web/ui/messages.ts'
import { SIGN_OUT_FORM } from '#src/web/ui/person-menu.tsx'
import { useAddress } from '#src/web/ui/to.tsx'

type SessionView = {
  readonly id: string
  readonly device: string
  readonly beganAt: Date
  readonly seenAt: Date
  readonly isThis: boolean
}

export function SessionList({ sessions }: { sessions: readonly SessionView[] }) {
  const { t, dateTime } = useMessages()
  const action = useAddress('sessions')
  return (
    <ul className="plain-list lines">
      {sessions.map((session) => {
        const device = session.device || t('identity.session.unknownDevice')
        return (
          <li key={session.id} className="session">
            <div>
              <strong>{device}</strong>{' '}
              {session.isThis && <span className="ds-tag">{t('identity.session.this')}</span>}
              <p className="small quiet">
                {t('identity.session.began')} {dateTime(session.beganAt)} · {t('identity.session.seen')}{' '}
                {dateTime(session.seenAt)}
              </p>
            </div>
            {!session.isThis && (
              <form method="post" action={action}>
                <button
                  className="ds-button"
                  data-variant="secondary"
                  type="submit"
                  name="session"
                  value={session.id}
                  aria-label={t('identity.session.endNamed', { device })}
                >
                  {t('identity.session.end')}
                </button>
              </form>
            )}
          </li>
        )
      })}
    </ul>
  )
}

export function SignOutEverywhere() {
  const { t, language } = useMessages()
  return (
    <section aria-labelledby="overalt">
      <h2 id="overalt">{t('identity.session.endAll')}</h2>
      <p>{t('identity.session.endAll.text')}</p>
      <form {...SIGN_OUT_FORM} className="after-lead">
        <input type="hidden" name="language" value={language} />
        <button className="ds-button" data-variant="secondary" type="submit" name="scope" value="everywhere">
          {t('identity.session.endAll')}
        </button>
      </form>
    </section>
  )
}

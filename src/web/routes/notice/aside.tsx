import { Box } from '#src/web/ui/box.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { NoticeView } from './notice-view.ts'

export function NoticeAside({ view }: { view: NoticeView }) {
  return (
    <div className="stack">
      <Official view={view} />
      <Contacts view={view} />
      <SameProcess view={view} />
      <Versions view={view} />
      <Remarks view={view} />
    </div>
  )
}

function Official({ view }: { view: NoticeView }) {
  const { t } = useMessages()
  return (
    <Box id="offisiell" title={t('notice.original')}>
      {view.links.length === 0 && <p className="quiet">{t('notice.original.unknown')}</p>}
      {view.links.map(({ site, url }) => (
        <p key={url}>
          <a href={url} rel="external">
            {t(`notice.original.${site}`)}
          </a>
        </p>
      ))}
      {view.number && (
        <p className="small">
          {t('notice.reference.number')}: <span className="breaks">{view.number}</span>
        </p>
      )}
      <p className="small quiet">{t('notice.original.note')}</p>
    </Box>
  )
}

function Contacts({ view: { contacts } }: { view: NoticeView }) {
  const { t } = useMessages()
  if (contacts.length === 0) return null
  return (
    <Box id="kontakt" title={t('notice.contacts')}>
      <ul className="plain-list">
        {contacts.map(({ organisation, name, email, phone }) => (
          <li key={`${organisation} ${name} ${email}`}>
            {name && <strong>{name}</strong>}
            {name && <br />}
            {organisation}
            {email && (
              <>
                <br />
                <a href={`mailto:${email}`}>{email}</a>
              </>
            )}
            {phone && (
              <>
                <br />
                <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="small quiet">{t('notice.contacts.note')}</p>
    </Box>
  )
}

/** The competition before a result, the result after it. */
function SameProcess({ view: { process } }: { view: NoticeView }) {
  const { t, date } = useMessages()
  if (process.length === 0) return null
  return (
    <Box id="prosess" title={t('notice.procedureNotices')}>
      <ul className="plain-list">
        {process.map(({ href, title, kind, publishedOn }) => (
          <li key={href}>
            <a href={href}>{title}</a>
            <span className="grade">{publishedOn ? `${kind}, ${date(publishedOn)}` : kind}</span>
          </li>
        ))}
      </ul>
    </Box>
  )
}

function Versions({ view: { versions } }: { view: NoticeView }) {
  const { t, date } = useMessages()
  if (versions.length < 2) return null
  return (
    <Box id="versjoner" title={t('notice.versions')}>
      <ul className="plain-list">
        {versions.map(({ href, version, publishedOn, shown }) => {
          const values = { version, date: publishedOn ? date(publishedOn) : t('site.unknown') }
          return (
            <li key={href}>
              {shown ? (
                t('notice.versions.this', values)
              ) : (
                <a href={href}>{t('notice.versions.other', values)}</a>
              )}
            </li>
          )
        })}
      </ul>
    </Box>
  )
}

function Remarks({ view: { remarks } }: { view: NoticeView }) {
  const { t } = useMessages()
  if (remarks.length === 0) return null
  return (
    <Box id="merknader" title={t('notice.remarks')}>
      <ul className="small">
        {remarks.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p className="small quiet">{t('notice.remarks.note')}</p>
    </Box>
  )
}

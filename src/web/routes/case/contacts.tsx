import { Box } from '#src/web/ui/box.tsx'
import { useMessages } from '#src/web/ui/messages.ts'

type Contact = { readonly name: string; readonly email: string | null; readonly until: string }

/** Those who have chosen to be asked, until the day that stands there. */
export function Contacts({ contacts }: { contacts: readonly Contact[] }) {
  const { t, date } = useMessages()
  if (contacts.length === 0) return null
  return (
    <Box id="kontakt" title={t('sharing.contact.named', { count: contacts.length })}>
      <ul className="plain-list">
        {contacts.map(({ name, email, until }) => (
          <li key={name + until}>
            <strong>{name}</strong>
            {email && (
              <>
                <br />
                <a href={`mailto:${email}`}>{email}</a>
              </>
            )}
            <p className="small quiet">{t('sharing.contact.shown', { day: date(until) })}</p>
          </li>
        ))}
      </ul>
    </Box>
  )
}

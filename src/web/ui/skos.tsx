import { useMessages } from './messages.ts'

const FORMS = [
  { name: 'Turtle', type: 'text/turtle', href: '/api/v1/themes.ttl' },
  { name: 'JSON-LD', type: 'application/ld+json', href: '/api/v1/themes.jsonld' },
] as const

/** The thesaurus as a file, for people to take and for programs to find. */
export function Skos() {
  const { t } = useMessages()
  return (
    <p>
      {FORMS.map(({ type, href }) => (
        <link key={type} rel="alternate" type={type} href={href} />
      ))}
      {t('theme.download')}{' '}
      {FORMS.map(({ name, type, href }, place) => (
        <span key={type}>
          {place > 0 && ', '}
          <a href={href} type={type}>
            {name}
          </a>
        </span>
      ))}
      .
    </p>
  )
}

import { useLocation, useRouteLoaderData } from 'react-router'
import { LANGUAGES } from '#src/platform/language.ts'
import { inLanguage } from '#src/web/paths.ts'
import type { loader as rootLoader } from '#src/web/routes/root.tsx'
import { useMessages } from './messages.ts'

type Props = {
  readonly title: string
  readonly description?: string | undefined
  /** Pages that are one of endlessly many views of the same things stay out of search engines. */
  readonly unlisted?: boolean
}

/** What a page tells search engines and those who share it. React moves it into the head. */
export function PageHead({ title, description, unlisted = false }: Props) {
  const { t, language } = useMessages()
  const { pathname } = useLocation()
  const origin = useRouteLoaderData<typeof rootLoader>('root')?.origin ?? ''
  const fullTitle = pathname === inLanguage('/', language) ? title : `${title} – Spydspiss`
  const summary = description ? shorten(description) : t('site.description')
  return (
    <>
      <title>{fullTitle}</title>
      <meta name="description" content={summary} />
      {unlisted && <meta name="robots" content="noindex, follow" />}
      <link rel="canonical" href={origin + pathname} />
      {LANGUAGES.map((other) => (
        <link key={other} rel="alternate" hrefLang={other} href={origin + inLanguage(pathname, other)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={origin + inLanguage(pathname, 'nb')} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={summary} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="Spydspiss" />
      <meta property="og:url" content={origin + pathname} />
      <meta property="og:image" content={`${origin}/og.png`} />
      <meta property="og:locale" content={{ nb: 'nb_NO', nn: 'nn_NO', en: 'en_GB' }[language]} />
    </>
  )
}

function shorten(text: string): string {
  if (text.length <= 160) return text
  return `${text.slice(0, text.lastIndexOf(' ', 158))} …`
}

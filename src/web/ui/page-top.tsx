import type { ReactNode } from 'react'
import { useMessages } from './messages.ts'
import { useAddress } from './to.tsx'

export type Crumb = { readonly text: string; readonly href: string }

type Props = {
  readonly crumbs?: readonly Crumb[]
  /** The line over the title: what kind of thing this is, who and when. */
  readonly kind?: string
  readonly facts?: readonly string[]
  readonly title: string
  readonly language?: string | undefined
  readonly lead?: string | null
  readonly children?: ReactNode
}

/** The tinted top of a page: where we are, what this is, in one glance. */
export function PageTop({ crumbs = [], kind, facts = [], title, language, lead, children }: Props) {
  return (
    <div className="band">
      <div className="wide">
        {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
        {kind && (
          <p className="hit-facts">
            <strong>{kind}</strong>
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
        )}
        <h1 lang={language} className={title.length > 60 ? 'long' : undefined}>
          {title}
        </h1>
        {lead && (
          <p className="lead" lang={language}>
            {lead}
          </p>
        )}
        {children}
      </div>
    </div>
  )
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useMessages()
  const front = useAddress('front')
  return (
    <nav className="ds-breadcrumbs no-print">
      <ol>
        {[{ text: t('site.crumb.front'), href: front }, ...crumbs].map((crumb) => (
          <li key={crumb.href}>
            <a href={crumb.href}>{crumb.text}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

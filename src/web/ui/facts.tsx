import type { ReactNode } from 'react'
import { useMessages } from './messages.ts'

export type Fact = { readonly name: string; readonly value: ReactNode; readonly language?: string }

/** What is known, name by name. A value of `null` is left out; `unknown` is said. */
export function FactList({ facts }: { facts: readonly (Fact | null)[] }) {
  const shown = facts.filter((fact) => fact !== null)
  if (shown.length === 0) return null
  return (
    <dl className="facts">
      {shown.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd lang={fact.language}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

export function Unknown() {
  const { t } = useMessages()
  return <span className="unknown">{t('site.unknown')}</span>
}

export type Figure = {
  readonly value: string
  readonly text: string
  readonly note?: string | undefined
  readonly href?: string | undefined
}

/** Large numbers, each with the words that say what it counts. */
export function KeyFigures({
  figures,
  language,
}: {
  figures: readonly Figure[]
  language?: string | undefined
}) {
  if (figures.length === 0) return null
  return (
    <ul className="figures plain-list" lang={language}>
      {figures.map(({ value, text, note, href }) => (
        <li key={text}>
          <strong>{href ? <a href={href}>{value}</a> : value}</strong>
          <span>{text}</span>
          {note && <span className="small quiet">{note}</span>}
        </li>
      ))}
    </ul>
  )
}

/** A part of a page with its heading; nothing at all when there is nothing in it. */
export function Section({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

export type SourceView = { readonly title: string; readonly url: string | null; readonly seen: string | null }

/** Where it is known from; a source without an address is named all the same. */
export function Sources({ sources }: { sources: readonly SourceView[] }) {
  return (
    <ul className="sources plain-list">
      {sources.map(({ title, url, seen }) => (
        <li key={url ?? title}>
          {url ? (
            <a href={url} rel="external">
              {title}
            </a>
          ) : (
            title
          )}
          {seen && <span className="small quiet">{seen}</span>}
        </li>
      ))}
    </ul>
  )
}

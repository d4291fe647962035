import type { ReactNode } from 'react'
import type { HitReason, TextPart } from '#src/modules/search/contract.ts'
import { useMessages } from './messages.ts'

export type Tag = {
  readonly text: string
  readonly color: 'mose' | 'lyng' | 'korn' | 'fjord' | 'neutral'
  readonly href?: string
}

export type HitView = {
  readonly href: string
  readonly kind: string
  /** Who and when, in the order they are read. */
  readonly facts: readonly string[]
  readonly title: readonly TextPart[]
  readonly text: readonly TextPart[]
  readonly language: string
  readonly tags: readonly Tag[]
  /** Why it was found, when it does not hold a word as it was asked for. */
  readonly reason?: HitReason | undefined
  /** Why it is shown to this reader, as a sentence. */
  readonly why?: string | undefined
}

/** One thing in a list: a line of facts, what it is called, what it is about. */
export function Hit({ hit, level = 3 }: { hit: HitView; level?: 2 | 3 }) {
  const Heading = `h${level}` as const
  return (
    <article className="hit">
      <p className="hit-facts">
        <strong>{hit.kind}</strong>
        {hit.facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <Heading lang={hit.language}>
        <a href={hit.href}>
          <Marked parts={hit.title} />
        </a>
      </Heading>
      {hit.text.length > 0 && (
        <p lang={hit.language}>
          <Marked parts={hit.text} />
        </p>
      )}
      {hit.reason && <Reason reason={hit.reason} />}
      {hit.why && <p className="hit-reason">{hit.why}</p>}
      <Tags tags={hit.tags} />
    </article>
  )
}

function Reason({ reason: { kind, typed, matched } }: { reason: HitReason }) {
  const { parts } = useMessages()
  const asTags = {
    m: (text: string) => <em key="m">{text}</em>,
    q: (text: string) => <q key="q">{text}</q>,
  }
  return <p className="hit-reason">{parts(`search.reason.${kind}`, asTags, { typed, matched })}</p>
}

export function HitList({ hits, level = 3 }: { hits: readonly HitView[]; level?: 2 | 3 }) {
  return (
    <ol className="hits plain-list">
      {hits.map((hit) => (
        <li key={hit.href}>
          <Hit hit={hit} level={level} />
        </li>
      ))}
    </ol>
  )
}

/** The pieces of a text, those that matched marked. */
export function Marked({ parts }: { parts: readonly TextPart[] }): ReactNode {
  return parts.map((part, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other identity than their place
    part.match ? <mark key={place}>{part.text}</mark> : onOneLine(part.text),
  )
}

/** A text of several paragraphs, cut to a line or two, reads as sentences. */
function onOneLine(text: string): string {
  return text.replace(/([.!?:;…])?\s*\n\s*/g, (_, end: string | undefined) => `${end ?? '.'} `)
}

export function Tags({ tags }: { tags: readonly Tag[] }) {
  if (tags.length === 0) return null
  return (
    <ul className="tags">
      {tags.map(({ text, color, href }) => (
        <li key={text}>
          {href ? (
            <a className="ds-tag plain" data-color={color} href={href}>
              {text}
            </a>
          ) : (
            <span className="ds-tag" data-color={color}>
              {text}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

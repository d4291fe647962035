import type { ReactNode } from 'react'
import type { Condition } from '#src/modules/notices/contract.ts'
import { useMessages } from './messages.ts'

export type EvidenceView = {
  /** The sentence, as it is written; null where it is a code. */
  readonly quote: string | null
  /** Null for a text that has no parts. */
  readonly place: string | null
  readonly reason: string
}

export type ConditionView = {
  readonly condition: Condition | 'general'
  readonly title: string
  readonly state: 'met' | 'some' | 'none'
  readonly evidence: readonly EvidenceView[]
}

const COLORS = { met: 'mose', some: 'korn', none: 'neutral' } as const

type Props = {
  readonly conditions: readonly ConditionView[]
  readonly language?: string | undefined
  /** What to say of a condition that is not found. */
  readonly missing: (condition: Condition) => ReactNode
}

/** The conditions of the definition, each with what speaks for it, or what is missing. */
export function InnovationConditions({ conditions, language, missing }: Props) {
  const { t } = useMessages()
  return (
    <ul className="conditions plain-list">
      {conditions.map(({ condition, title, state, evidence }) => (
        <li key={condition}>
          <h3>
            {title}{' '}
            {condition !== 'general' && (
              <span className="ds-tag" data-color={COLORS[state]}>
                {t(`innovation.state.${state}`)}
              </span>
            )}
          </h3>
          {evidence.map((one) => (
            <Evidence key={`${one.place} ${one.quote ?? one.reason}`} evidence={one} language={language} />
          ))}
          {condition !== 'general' && state !== 'met' && missing(condition)}
        </li>
      ))}
    </ul>
  )
}

function Evidence({ evidence, language }: { evidence: EvidenceView; language: string | undefined }) {
  const { quote, place, reason } = evidence
  return (
    <figure className="evidence">
      {quote && <blockquote lang={language}>{quote}</blockquote>}
      <figcaption className="small quiet">{place ? `${reason} (${place})` : reason}</figcaption>
    </figure>
  )
}

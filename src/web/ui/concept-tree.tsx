import { useMessages } from './messages.ts'

export type ConceptLink = {
  readonly id: string
  readonly label: string
  readonly href: string
  /** With everything below. */
  readonly cases: number
  readonly notices: number
}
export type ConceptBranch = ConceptLink & { readonly narrower: readonly ConceptBranch[] }

/** A tree one can walk with the keyboard or a thumb: what has something below it unfolds, the rest leads on. */
export function ConceptTree({ nodes }: { nodes: readonly ConceptBranch[] }) {
  return (
    <ul className="concept-tree plain-list">
      {nodes.map((node) => (
        <li key={node.id}>
          {node.narrower.length === 0 ? <Leaf concept={node} /> : <Unfolding node={node} />}
        </li>
      ))}
    </ul>
  )
}

/** Concepts one after another, without what is below them. */
export function ConceptList({ concepts }: { concepts: readonly ConceptLink[] }) {
  return (
    <ul className="concept-tree plain-list">
      {concepts.map((concept) => (
        <li key={concept.id}>
          <Leaf concept={concept} />
        </li>
      ))}
    </ul>
  )
}

function Unfolding({ node }: { node: ConceptBranch }) {
  const { t } = useMessages()
  return (
    <details>
      <summary>
        {node.label} <Counts concept={node} />
      </summary>
      <a className="concept-all" href={node.href}>
        {t('theme.list.open', { theme: node.label })}
      </a>
      <ConceptTree nodes={node.narrower} />
    </details>
  )
}

function Leaf({ concept }: { concept: ConceptLink }) {
  return (
    <span className="concept-leaf">
      <a href={concept.href}>{concept.label}</a> <Counts concept={concept} />
    </span>
  )
}

/** Only what there is: a row of noughts would hide the figures. */
export function Counts({ concept: { cases, notices } }: { concept: Pick<ConceptLink, 'cases' | 'notices'> }) {
  const { t } = useMessages()
  const said = [
    ...(cases > 0 ? [t('theme.count.cases', { count: cases })] : []),
    ...(notices > 0 ? [t('theme.count.notices', { count: notices })] : []),
  ]
  if (said.length === 0) return null
  return (
    <span className="concept-count">
      {said.map((text, place) => (
        <span key={text}>{place < said.length - 1 ? `${text}, ` : text}</span>
      ))}
    </span>
  )
}

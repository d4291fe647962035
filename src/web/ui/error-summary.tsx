import type { ReactNode } from 'react'

export type FieldProblem = {
  /** The id of the field it leads to. */
  readonly field: string
  readonly text: string
}

type Props = {
  readonly title: string
  readonly problems: readonly FieldProblem[]
  /** What to know beside, such as that nothing is lost. */
  readonly children?: ReactNode
}

/** What must be put right, each with a link to where. Says nothing when nothing is wrong. */
export function ErrorSummary({ title, problems, children }: Props) {
  if (problems.length === 0) return null
  return (
    <div className="box error-box" data-color="danger" role="alert" tabIndex={-1}>
      <h2 className="box-title">{title}</h2>
      <ul>
        {problems.map(({ field, text }) => (
          <li key={`${field} ${text}`}>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}

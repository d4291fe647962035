import type { ReactNode } from 'react'

type Props = {
  readonly as?: 'section' | 'nav'
  readonly id: string
  readonly title: ReactNode
  readonly color?: 'fjord' | 'kobber' | 'korn' | 'lyng' | 'mose'
  readonly children: ReactNode
}

/** A part that stands by itself, beside the others, with its heading. */
export function Box({ as: Part = 'section', id, title, color, children }: Props) {
  return (
    <Part className="box" data-color={color} aria-labelledby={id}>
      <h2 id={id} className="box-title">
        {title}
      </h2>
      {children}
    </Part>
  )
}

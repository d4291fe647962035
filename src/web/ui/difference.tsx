import type { DifferencePart } from '#src/modules/sharing/index.ts'
import { useMessages } from './messages.ts'

export type DifferenceView = {
  readonly title: string
  readonly fields: readonly { readonly label: string; readonly parts: readonly DifferencePart[] }[]
}

/** What has been taken away and what has come, by the words, and said in words for those who do not see colours. */
export function Differences({
  differences,
  language,
}: {
  differences: readonly DifferenceView[]
  language: string
}) {
  return differences.map(({ title, fields }) => (
    <section className="part" key={title}>
      <h2>{title}</h2>
      {fields.map(({ label, parts }) => (
        <div className="difference" key={label}>
          <h3>{label}</h3>
          <p className="as-written" lang={language}>
            {parts.map((part, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other identity than their place
              <Piece key={place} part={part} />
            ))}
          </p>
        </div>
      ))}
    </section>
  ))
}

function Piece({ part: { text, change } }: { part: DifferencePart }) {
  const { t } = useMessages()
  if (change === 'same') return text
  const Change = change === 'added' ? 'ins' : 'del'
  return (
    <Change>
      <span className="ds-sr-only">{t(`sharing.difference.${change}`)} </span>
      {text}
    </Change>
  )
}

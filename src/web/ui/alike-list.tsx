import { Fragment } from 'react'
import { Hit, type HitView } from './hit.tsx'
import { useMessages } from './messages.ts'

export type AlikeView = {
  readonly hit: HitView
  readonly why: {
    readonly themes: readonly { readonly text: string; readonly href: string }[]
    readonly codes: readonly string[]
    readonly words: readonly string[]
  }
}

/** Things that are like the one that is shown, each with what they have in common. */
export function AlikeList({ alike }: { alike: readonly AlikeView[] }) {
  return (
    <ol className="hits plain-list">
      {alike.map(({ hit, why }) => (
        <li key={hit.href}>
          <Hit hit={hit} />
          <Why why={why} />
        </li>
      ))}
    </ol>
  )
}

function Why({ why: { themes, codes, words } }: { why: AlikeView['why'] }) {
  const { t, list } = useMessages()
  return (
    <p className="alike-why">
      {themes.length > 0 && (
        <>
          {t('search.alike.themes')}{' '}
          {themes.map(({ text, href }, place) => (
            <Fragment key={href}>
              {place > 0 && ', '}
              <a href={href}>{text}</a>
            </Fragment>
          ))}
          .{' '}
        </>
      )}
      {codes.length > 0 && `${t('search.alike.codes', { codes: codes.join('; ') })} `}
      {words.length > 0 && t('search.alike.words', { words: list(words.map((word) => `«${word}»`)) })}
    </p>
  )
}

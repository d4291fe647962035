import { Counts } from '#src/web/ui/concept-tree.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To, useAddress } from '#src/web/ui/to.tsx'
import type { FoundConceptView } from './found-concepts.ts'

/** The themes that are called what was written, or what to do when none is. */
export function Found({ query, found }: { query: string; found: readonly FoundConceptView[] }) {
  const { t, parts } = useMessages()
  const everything = `${useAddress('search')}?q=${encodeURIComponent(query)}`
  return (
    <>
      <h2 className="list-count">{t('theme.list.found', { count: found.length, query })}</h2>
      <ul className="plain-list found-concepts">
        {found.map((concept) => (
          <li key={concept.id}>
            {concept.way.length > 0 && <span className="grade">{concept.way.join(' › ')}</span>}
            <a href={concept.href}>{concept.label}</a> <By concept={concept} /> <Counts concept={concept} />
          </li>
        ))}
      </ul>
      <p>
        {parts('theme.list.found.help', {
          link: (text) => (
            <a key="link" href={everything}>
              {text}
            </a>
          ),
        })}
      </p>
      <p>
        <To page="themes">{t('theme.list.found.all')}</To>
      </p>
    </>
  )
}

function By({ concept: { by, byLanguage } }: { concept: FoundConceptView }) {
  const { parts } = useMessages()
  if (by === null) return null
  return (
    <span className="quiet small">
      {parts(
        'theme.list.found.by',
        {
          q: (text) => (
            <q key="q" lang={byLanguage}>
              {text}
            </q>
          ),
        },
        { word: by },
      )}
    </span>
  )
}

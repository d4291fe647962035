import { Box } from '#src/web/ui/box.tsx'
import { ConceptList, ConceptTree } from '#src/web/ui/concept-tree.tsx'
import { Tags } from '#src/web/ui/hit.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { ThemeView } from './theme-view.ts'

/** What it is called in each language, so that one knows what to search for and what others may write. */
export function Names({ view: { names } }: { view: ThemeView }) {
  const { t } = useMessages()
  return (
    <dl className="concept-names" aria-label={t('theme.names')}>
      {names.map(({ language, preferred, alternatives }) => (
        <div key={language}>
          <dt>{t(`theme.names.${language}`)}</dt>
          <dd>
            <span lang={language}>{preferred}</span>
            {alternatives.length > 0 && (
              <span className="quiet">
                {', '}
                <Also words={alternatives} language={language} />
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Also({ words, language }: { words: readonly string[]; language: string }) {
  const { parts } = useMessages()
  const asWords = (text: string) => (
    <span key="words" lang={language}>
      {text}
    </span>
  )
  return parts('theme.names.also', { w: asWords }, { words: words.join(', ') })
}

/** On a phone the tree stands far down, so what is below is led to from the top too. */
export function Narrower({ view: { narrower } }: { view: ThemeView }) {
  return (
    <div className="concept-narrower no-print">
      <Tags tags={narrower.map(({ label, href }) => ({ text: label, href, color: 'mose' }))} />
    </div>
  )
}

/** Where in the tree it stands: above, below, beside. */
export function Place({ view }: { view: ThemeView }) {
  const { t } = useMessages()
  const { ways, narrower, related, around } = view
  return (
    <>
      {narrower.length > 0 && (
        <Box as="nav" id="under" title={t('theme.narrower')}>
          <ConceptTree nodes={narrower} />
        </Box>
      )}
      {ways.length > 0 && (
        <Box as="nav" id="over" title={t('theme.broader')}>
          <Ways ways={ways} />
        </Box>
      )}
      {related.length > 0 && (
        <Box as="nav" id="beslektet" title={t('theme.related')}>
          <ConceptList concepts={related} />
        </Box>
      )}
      {around.length > 0 && (
        <Box as="nav" id="naer" title={t('theme.around')}>
          <ConceptList concepts={around} />
        </Box>
      )}
    </>
  )
}

function Ways({ ways }: Pick<ThemeView, 'ways'>) {
  return (
    <ul className="plain-list">
      {ways.map((way) => (
        <li key={way.map(({ href }) => href).join(' ')}>
          {way.map(({ text, href }, step) => (
            <span key={href}>
              {step > 0 && ' › '}
              <a href={href}>{text}</a>
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

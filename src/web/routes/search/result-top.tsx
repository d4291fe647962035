import { SEARCH_SORTS, type SearchNotice, type SearchQuery } from '#src/modules/search/contract.ts'
import { searchAddress } from '#src/web/present/search-address.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { ChipView } from './facet-views.ts'

/** How many there are, said aloud when it changes, and their order. */
export function ResultTop({ query, total }: { query: SearchQuery; total: number }) {
  const { t, parts } = useMessages()
  const followed = searchAddress('nb', { ...query, sort: 'relevance', offset: 0 }).split('?')[1] ?? ''
  const asTags = {
    b: (text: string) => <strong key="b">{text}</strong>,
    q: (text: string) => <q key="q">{text}</q>,
  }
  return (
    <div className="result-top">
      <p role="status">
        {query.q && query.q.length < 80
          ? parts('search.countFor', asTags, { count: total, query: query.q })
          : t('search.count', { count: total })}
      </p>
      {(query.q !== '' || total > 0) && (
        <To page="saveSearch" query={followed} className="follow-search no-print">
          {t('notifications.search.follow')}
        </To>
      )}
      {total > 1 && (
        <div className="sorting">
          <label htmlFor="sort">{t('search.sort')}</label>
          <select className="ds-input" id="sort" name="sort" defaultValue={query.sort}>
            {SEARCH_SORTS.map((sort) => (
              <option key={sort} value={sort === 'relevance' ? '' : sort}>
                {t(`search.sort.${sort}`)}
              </option>
            ))}
          </select>
          <noscript>
            <button className="ds-button" data-variant="tertiary" type="submit">
              {t('search.sort')}
            </button>
          </noscript>
        </div>
      )}
    </div>
  )
}

/** What is chosen, each a link to the same search without it. */
export function Chips({ chips, clear }: { chips: readonly ChipView[]; clear: string }) {
  const { t } = useMessages()
  if (chips.length === 0) return null
  return (
    <ul className="chips no-print" aria-label={t('search.chosen')}>
      {chips.map(({ text, href }) => (
        <li key={href}>
          <a className="ds-chip" data-removable href={href} aria-label={t('search.remove', { filter: text })}>
            {text}
          </a>
        </li>
      ))}
      <li>
        <a href={clear}>{t('search.removeAll')}</a>
      </li>
    </ul>
  )
}

export function Suggestion({ suggestion, query }: { suggestion: string | null; query: SearchQuery }) {
  const { parts, language } = useMessages()
  if (!suggestion) return null
  const href = searchAddress(language, { ...query, q: suggestion, offset: 0 })
  return (
    <p className="suggestion">
      {parts(
        'search.didYouMean',
        {
          link: (text) => (
            <a key="link" href={href}>
              {text}
            </a>
          ),
        },
        { suggestion },
      )}
    </p>
  )
}

/** How the question was understood, where that may surprise. */
export function Notices({ notices }: { notices: readonly SearchNotice[] }) {
  const { t } = useMessages()
  return notices.map(({ code, params }) => (
    <p className="search-notice" key={`${code} ${params.field} ${params.value}`}>
      {t(`search.notice.${code}`, params)}
    </p>
  ))
}

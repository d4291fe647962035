import type { SearchQuery } from '#src/modules/search/contract.ts'
import { searchAddress } from '#src/web/present/search-address.ts'
import { useMessages } from '#src/web/ui/messages.ts'

/** Whether the chosen place also finds what was bought for it by somebody who does not name it. */
export function BoughtForBox({ query }: { query: SearchQuery }) {
  const { t } = useMessages()
  const isAsked = query.boughtFor === 'too'
  if (!isAsked && query.municipality.length === 0 && query.county.length === 0) return null
  return (
    <label className="choice" htmlFor="boughtFor">
      <input
        className="ds-input"
        type="checkbox"
        id="boughtFor"
        name="boughtFor"
        value="too"
        defaultChecked={isAsked}
      />
      <span className="choice-label">{t('search.boughtFor')}</span>
    </label>
  )
}

/** That there is more, which a reader who chose a place would not think of. */
export function MoreBoughtFor({ query, count }: { query: SearchQuery; count: number }) {
  const { parts, language } = useMessages()
  if (count === 0) return null
  const href = searchAddress(language, { ...query, boughtFor: 'too', offset: 0 })
  return (
    <p className="search-notice">
      {parts(
        'search.boughtFor.more',
        {
          link: (text) => (
            <a key="link" href={href}>
              {text}
            </a>
          ),
        },
        { count },
      )}
    </p>
  )
}

import { searchAddress } from '#src/web/present/search-address.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { useSuggesting } from '#src/web/ui/suggesting.ts'
import { useAddress } from '#src/web/ui/to.tsx'

const TRY = ['front.try.1', 'front.try.2', 'front.try.3', 'front.try.4'] as const

/** The one thing to do here: a word, or a whole described need. */
export function Ask() {
  const { t, language } = useMessages()
  return (
    <>
      <search>
        <form className="ask" action={useAddress('search')}>
          <label className="ds-label" htmlFor="behov">
            {t('front.field')}
          </label>
          <div className="search-row">
            <textarea
              className="ds-input"
              id="behov"
              name="q"
              rows={2}
              maxLength={2000}
              data-enter-submits
              aria-describedby="behov-eksempel"
              {...useSuggesting()}
            />
            <button className="ds-button" type="submit" data-color="kobber">
              {t('search.button')}
            </button>
          </div>
          <p className="small quiet" id="behov-eksempel">
            {t('front.example')}
          </p>
        </form>
      </search>
      <p className="try">
        {t('front.try')}
        {TRY.map((key) => (
          <a key={key} href={searchAddress(language, { q: t(key) })}>
            {t(key)}
          </a>
        ))}
      </p>
    </>
  )
}

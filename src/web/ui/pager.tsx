import { useMessages } from './messages.ts'

type Props = { readonly page: number; readonly pages: number; readonly hrefOf: (page: number) => string }

/** Through the pages of a list; near pages and the ends are one step away. */
export function Pager({ page, pages, hrefOf }: Props) {
  const { t } = useMessages()
  if (pages < 2) return null
  return (
    <nav className="ds-pagination pager no-print" aria-label={t('site.pages')}>
      <ul>
        <li>
          {page > 1 ? (
            <a className="ds-button" data-variant="tertiary" href={hrefOf(page - 1)} rel="prev">
              {t('site.newer')}
            </a>
          ) : (
            <span className="ds-button" aria-hidden="true" />
          )}
        </li>
        {placesToShow(page, pages).map((place) =>
          place < 0 ? (
            <li key={place} />
          ) : (
            <li key={place} className={Math.abs(place - page) > 1 ? 'pager-far' : undefined}>
              <a
                className="ds-button"
                data-variant="tertiary"
                href={hrefOf(place)}
                aria-label={t('site.pageOf', { page: place, pages })}
                aria-current={place === page ? 'true' : undefined}
              >
                {place}
              </a>
            </li>
          ),
        )}
        <li>
          {page < pages ? (
            <a className="ds-button" data-variant="tertiary" href={hrefOf(page + 1)} rel="next">
              {t('site.older')}
            </a>
          ) : (
            <span className="ds-button" aria-hidden="true" />
          )}
        </li>
      </ul>
    </nav>
  )
}

/** Page numbers with a negative number where some are left out. */
export function placesToShow(page: number, pages: number): readonly number[] {
  const shown = [1, page - 1, page, page + 1, pages].filter((place) => place >= 1 && place <= pages)
  const unique = [...new Set(shown)].sort((a, b) => a - b)
  return unique.flatMap((place, i) => {
    const gap = place - (unique[i - 1] ?? place)
    if (gap <= 1) return [place]
    return gap === 2 ? [place - 1, place] : [-place, place]
  })
}

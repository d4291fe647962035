import type { ThemeLink } from '#src/web/present/top-themes.ts'
import { useMessages } from '#src/web/ui/messages.ts'

/** Nothing was found: what to try, and where to begin instead. */
export function EmptyResult({ themes, filtered }: { themes: readonly ThemeLink[]; filtered: boolean }) {
  const { t } = useMessages()
  return (
    <div className="section stack">
      <div>
        <h2>{t('search.empty.title')}</h2>
        <ul>
          {filtered && <li>{t('search.empty.filters')}</li>}
          <li>{t('search.empty.shorter')}</li>
        </ul>
      </div>
      <div>
        <p>{t('search.empty.themes')}</p>
        <ul className="tags">
          {themes.map(({ label, href }) => (
            <li key={href}>
              <a className="ds-tag plain" data-color="mose" href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <p className="quiet">{t('search.empty.alone')}</p>
    </div>
  )
}

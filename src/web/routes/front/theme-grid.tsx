import type { ThemeLink } from '#src/web/present/top-themes.ts'
import { useMessages } from '#src/web/ui/messages.ts'

export function ThemeGrid({ themes }: { themes: readonly (ThemeLink & { readonly count: number })[] }) {
  const { t } = useMessages()
  return (
    <section className="wide section" aria-labelledby="temaer">
      <h2 id="temaer">{t('front.themes')}</h2>
      <ul className="theme-grid">
        {themes.map(({ href, label, count }) => (
          <li key={href}>
            <a className="plain" href={href}>
              <strong>{label}</strong>
              <span>{t('front.themes.count', { count })}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

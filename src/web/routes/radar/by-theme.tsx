import { useMessages } from '#src/web/ui/messages.ts'
import type { ThemeView } from './radar-page-view.ts'

/** What is bought under each theme: what, who, and when it begins. */
export function ByTheme({ themes }: { themes: readonly ThemeView[] }) {
  const { t, number } = useMessages()
  return themes.map(({ theme, name, href, count, groups }) => (
    <section key={name} className="part radar-theme" aria-labelledby={`tema-${theme ?? 'uten'}`}>
      <h3 id={`tema-${theme ?? 'uten'}`} className="radar-what">
        {name} <span className="quiet">({number(count)})</span>
      </h3>
      <Groups groups={groups} caption={name} />
      {href && (
        <p>
          <a href={href}>{t('radar.theme.show', { theme: name.toLowerCase() })}</a>
        </p>
      )}
    </section>
  ))
}

function Groups({ groups, caption }: { groups: ThemeView['groups']; caption: string }) {
  const { t, date, list } = useMessages()
  return (
    <table className="ds-table cards">
      <caption className="ds-sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('radar.col.what')}</th>
          <th scope="col">{t('radar.col.who')}</th>
          <th scope="col">{t('radar.theme.first')}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ key, title, who, more, first }) => (
          <tr key={key}>
            <th scope="row">{title}</th>
            <td data-label={t('radar.col.who')}>
              {list(more > 0 ? [...who, t('radar.theme.more', { count: more })] : who)}
            </td>
            <td data-label={t('radar.theme.first')}>{first === null ? t('radar.row.noDay') : date(first)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

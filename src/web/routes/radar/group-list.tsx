import { radarAddress } from '#src/web/present/radar-address.ts'
import type { RadarGroupView, RadarRow } from '#src/web/present/radar-view.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { Pager } from '#src/web/ui/pager.tsx'
import type { RadarPageData } from './page.tsx'

const SHOWN = 6
const SHOWN_ALONE = 1000

/** By what is bought, what most share first; in each by day. */
export function GroupList({ page }: { page: RadarPageData }) {
  const { t, language } = useMessages()
  return (
    <>
      {page.asked.what && (
        <p>
          <a href={radarAddress(language, { ...page.asked, what: null })}>{t('radar.group.back')}</a>
        </p>
      )}
      {page.groups.map((group) => (
        <Group key={group.key} group={group} shown={page.asked.what ? SHOWN_ALONE : SHOWN} />
      ))}
      <Pager
        page={page.page}
        pages={page.pages}
        hrefOf={(number) => radarAddress(language, { ...page.asked, page: number })}
      />
    </>
  )
}

function Group({ group, shown }: { group: RadarGroupView; shown: number }) {
  const { t } = useMessages()
  const { key, title, theme, sentence, rows, rest: others } = group
  const id = `hva-${key}`
  const rest = rows.slice(shown)
  return (
    <section className="part radar-group" aria-labelledby={id}>
      <p className="hit-facts">
        <span>{theme}</span>
      </p>
      <h3 id={id} className="radar-what">
        {title}
      </h3>
      <p className="radar-sentence">{sentence}</p>
      <Rows rows={rows.slice(0, shown)} caption={title} />
      {rest.length > 0 && (
        <details>
          <summary>{t('radar.group.more', { count: rest.length })}</summary>
          <Rows rows={rest} caption={title} />
        </details>
      )}
      {others && (
        <p>
          <a href={others.href}>{t('radar.group.all', { count: others.count })}</a>
        </p>
      )}
    </section>
  )
}

function Rows({ rows, caption }: { rows: readonly RadarRow[]; caption: string }) {
  const { t } = useMessages()
  return (
    <table className="ds-table cards radar-rows">
      <caption className="ds-sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('radar.col.when')}</th>
          <th scope="col">{t('radar.col.what')}</th>
          <th scope="col">{t('radar.col.who')}</th>
          <th scope="col">{t('radar.col.sure')}</th>
          <th scope="col">{t('radar.col.action')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row }: { row: RadarRow }) {
  const { t, date, list } = useMessages()
  return (
    <tr>
      <td data-label={t('radar.col.when')}>
        {row.on === null ? <span className="unknown">{t('radar.row.noDay')}</span> : date(row.on)}
        <span className="grade">{t(`radar.kind.${row.kind}`)}</span>
      </td>
      <th scope="row">
        <a href={row.href} lang={row.language}>
          {row.title}
        </a>
        {row.suppliers.length > 0 && (
          <span className="grade">{t('radar.row.supplier', { names: list(row.suppliers) })}</span>
        )}
      </th>
      <td data-label={t('radar.col.who')}>
        {list(row.who)}
        {row.unnamed.length > 0 && (
          <span className="grade">{t('radar.row.unnamed', { names: list(row.unnamed) })}</span>
        )}
        {row.beside > 0 && <span className="grade">{t('radar.row.beside', { count: row.beside })}</span>}
      </td>
      <td data-label={t('radar.col.sure')}>{row.certainties.join(' ')}</td>
      <td>
        <Interest row={row} />
      </td>
    </tr>
  )
}

function Interest({ row }: { row: RadarRow }) {
  const { t } = useMessages()
  const said = row.isOwn ? 'radar.row.announce' : 'radar.row.interest'
  return (
    <>
      {row.interest && (
        <a href={row.interest} rel="nofollow" aria-label={`${t(said)}: ${row.title}`}>
          {t(said)}
        </a>
      )}
      {!row.interest && row.kind === 'need' && <a href={row.href}>{t('radar.row.need')}</a>}
      {row.wanted > 0 && <span className="grade">{t('radar.row.wanted', { count: row.wanted })}</span>}
    </>
  )
}

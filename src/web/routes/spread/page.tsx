import { address, type languageOf } from '#src/web/paths.ts'
import type { SpreadRow } from '#src/web/present/spread-view.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { readSpreadPage } from './read-spread-page.ts'
import { SpreadTree } from './tree.tsx'

export function loader(asked: Route.LoaderArgs) {
  return readSpreadPage(asked)
}

export default function SpreadPage({ loaderData: page }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const { kind, id, name, rows, trees } = page
  const file = useAddress('spreadFile', { kind, id })
  return (
    <>
      <PageHead title={`${t('adoptions.spread.title')} ${name}`} unlisted={rows.length === 0} />
      <PageTop
        crumbs={[crumbOf(page, language, t), { text: name, href: page.href }]}
        title={t('adoptions.spread.title')}
        lead={t('adoptions.spread.lead', { name })}
      />
      <div className="wide section stack">
        {rows.length === 0 ? <p>{t('adoptions.spread.none')}</p> : <Summary rows={rows} />}
        {rows.length > 0 && <SpreadTable rows={rows} />}
        {trees.length > 0 && (
          <section className="part" aria-labelledby="tre">
            <h2 id="tre">{t('adoptions.spread.tree')}</h2>
            <p className="small quiet">{t('adoptions.spread.tree.text')}</p>
            {trees.map((tree) => (
              <SpreadTree key={tree.key} tree={tree} />
            ))}
          </section>
        )}
        {rows.length > 0 && (
          <p className="small no-print">
            {t('adoptions.spread.file')} <a href={`${file}?format=csv`}>{t('adoptions.spread.file.csv')}</a> ·{' '}
            <a href={`${file}?format=json`}>{t('adoptions.spread.file.json')}</a>
          </p>
        )}
      </div>
    </>
  )
}

type Page = Route.ComponentProps['loaderData']

function crumbOf(
  { kind }: Page,
  language: ReturnType<typeof languageOf>,
  t: ReturnType<typeof useMessages>['t'],
) {
  switch (kind) {
    case 'case':
      return { text: t('case.crumb'), href: address(language, 'cases') }
    case 'solution':
      return { text: t('solution.crumb'), href: address(language, 'solutions') }
    case 'theme':
      return { text: t('theme.crumb'), href: address(language, 'themes') }
  }
}

function Summary({ rows }: { rows: readonly SpreadRow[] }) {
  const { t } = useMessages()
  const small = rows.filter((row) => row.isSmallDistrict).length
  return (
    <p className="list-count">
      {t('adoptions.spread.count', { count: rows.length })}.
      {small > 0 && ` ${t('adoptions.spread.small', { count: small })}.`}
    </p>
  )
}

const HEADS = ['from', 'what', 'when', 'how', 'population', 'centrality', 'district', 'source'] as const

function SpreadTable({ rows }: { rows: readonly SpreadRow[] }) {
  const { t } = useMessages()
  return (
    <>
      <table className="ds-table cards spread">
        <caption className="ds-sr-only">{t('adoptions.spread.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('adoptions.spread.who')}</th>
            {HEADS.map((head) => (
              <th
                scope="col"
                key={head}
                className={head === 'population' || head === 'centrality' ? 'number' : undefined}
              >
                {t(`adoptions.spread.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </tbody>
      </table>
      <p className="small quiet">
        {t('adoptions.spread.centrality.help')} {t('adoptions.spread.district')}:{' '}
        {t('organisations.smallDistrict.below5000Centrality5')}
      </p>
    </>
  )
}

function Row({ row }: { row: SpreadRow }) {
  const { t, number, date } = useMessages()
  const isDay = row.since !== null && row.since.length > 4
  return (
    <tr>
      <th scope="row">{row.whoHref ? <a href={row.whoHref}>{row.who}</a> : row.who}</th>
      <td data-label={t('adoptions.spread.from')}>{row.from}</td>
      <td data-label={t('adoptions.spread.what')}>
        {row.whatHref ? <a href={row.whatHref}>{row.what}</a> : row.what}
      </td>
      <td data-label={t('adoptions.spread.when')}>{row.since && isDay ? date(row.since) : row.since}</td>
      <td data-label={t('adoptions.spread.how')}>
        {row.href ? <a href={row.href}>{row.standing}</a> : row.standing}
      </td>
      <td className="number" data-label={t('adoptions.spread.population')}>
        {row.population === null ? null : number(row.population)}
      </td>
      <td className="number" data-label={t('adoptions.spread.centrality')}>
        {row.centrality}
      </td>
      <td data-label={t('adoptions.spread.district')}>
        {row.isSmallDistrict ? t('adoptions.spread.yes') : null}
      </td>
      <td data-label={t('adoptions.spread.source')}>{t(`adoptions.spread.source.${row.source}`)}</td>
    </tr>
  )
}

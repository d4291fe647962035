import { type Messages, messagesIn } from '#src/messages/index.ts'
import { languageOf } from '#src/web/paths.ts'
import { csvLine } from '#src/web/present/csv.ts'
import type { SpreadRow } from '#src/web/present/spread-view.ts'
import type { Route } from './+types/file.ts'
import { readSpreadPage } from './read-spread-page.ts'

/** The same as the page shows, to be taken along; a spreadsheet unless JSON is asked for. */
export async function loader(asked: Route.LoaderArgs) {
  const url = new URL(asked.request.url)
  const messages = messagesIn(languageOf(url.pathname))
  const { kind, id, name, rows } = await readSpreadPage(asked)
  const isJson = url.searchParams.get('format') === 'json'
  const body = isJson ? jsonText({ kind, id, name, rows }) : csvText(rows, messages)
  const file = `${messages.t('adoptions.spread.file.name')}-${id}.${isJson ? 'json' : 'csv'}`
  return new Response(body, {
    headers: {
      'content-type': `${isJson ? 'application/json' : 'text/csv'}; charset=utf-8`,
      'content-disposition': `attachment; filename="${file}"`,
      // Who reads decides what is in it.
      'cache-control': 'private, no-store',
    },
  })
}

function jsonText(spread: {
  readonly kind: string
  readonly id: string
  readonly name: string
  readonly rows: readonly SpreadRow[]
}): string {
  const rows = spread.rows.map(
    ({ who, from, what, since, standing, population, centrality, isSmallDistrict, source }) => ({
      who,
      from: from || null,
      what,
      since,
      standing,
      population,
      centrality,
      isSmallDistrict,
      source,
    }),
  )
  return `${JSON.stringify({ ...spread, rows }, null, 2)}\n`
}

const HEADS = [
  'who',
  'from',
  'what',
  'when',
  'how',
  'population',
  'centrality',
  'district',
  'source',
] as const

/** Begins with a byte order mark, by which spreadsheets know that it is UTF-8. */
function csvText(rows: readonly SpreadRow[], { t }: Messages): string {
  const lines = rows.map((row) => [
    row.who,
    row.from,
    row.what,
    row.since ?? '',
    row.standing ?? '',
    row.population?.toString() ?? '',
    row.centrality?.toString() ?? '',
    row.isSmallDistrict ? t('adoptions.spread.yes') : '',
    t(`adoptions.spread.source.${row.source}`),
  ])
  return `\uFEFF${[HEADS.map((head) => t(`adoptions.spread.${head}`)), ...lines].map(csvLine).join('')}`
}

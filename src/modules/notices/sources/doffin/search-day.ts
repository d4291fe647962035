import type { DaySearch, SourceFailure } from '#src/modules/notices/sources/remote/remote-source.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type DoffinApi, type DoffinPage, type DoffinQuery, PAGE_SIZE, REACHABLE } from './doffin-api.ts'
import { SPLITS, type Split } from './doffin-splits.ts'

type Filters = DoffinQuery['filters']
type Search = {
  readonly api: DoffinApi
  readonly day: string
  readonly signal: AbortSignal
  /** Everything that has been named so far, once each: the same id may come on two pages and in two parts. */
  readonly numbers: Set<string>
}

/** Everything that Doffin will name for a day, and how much it says there is. */
export async function searchDay(
  api: DoffinApi,
  day: string,
  signal: AbortSignal,
): Promise<Result<DaySearch, SourceFailure>> {
  const search: Search = { api, day, signal, numbers: new Set() }
  const filters = [
    ['issueDateFrom', day],
    ['issueDateTo', day],
  ] as const
  const announced = await reach(search, filters, SPLITS)
  return announced.ok ? ok({ numbers: [...search.numbers], announced: announced.value }) : announced
}

/** Names what these filters match; where that is too much, part by part. Answers how much it is. */
async function reach(
  search: Search,
  filters: Filters,
  splits: readonly Split[],
): Promise<Result<number, SourceFailure>> {
  const first = await askPage(search, { filters, page: 1, sortBy: 'PUBLICATION_DATE_ASC' })
  if (!first.ok) return first
  const { total } = first.value
  const [split, ...finer] = splits
  if (total > REACHABLE && split) {
    const parted = await reachParts(search, { filters, split, finer, wanted: total })
    if (!parted.ok) return parted
    // What stands in no part may stand near either end of the whole.
    if (search.numbers.size >= total) return ok(total)
  }
  return readBothWays(search, filters, first.value)
}

async function reachParts(
  search: Search,
  {
    filters,
    split,
    finer,
    wanted,
  }: { filters: Filters; split: Split; finer: readonly Split[]; wanted: number },
): Promise<Result<null, SourceFailure>> {
  const before = search.numbers.size
  for (const value of split.values) {
    const part = await reach(search, [...filters, [split.name, value]], finer)
    // A value that Doffin no longer knows has no notices.
    if (!part.ok && part.failure.code !== 'questionRefused') return part
    if (search.numbers.size - before >= wanted) break
  }
  return ok(null)
}

/** The order is not stable, so pages overlap and leave gaps: read from the other end, and once more, until all are named. */
async function readBothWays(
  search: Search,
  filters: Filters,
  first: DoffinPage,
): Promise<Result<number, SourceFailure>> {
  const found = new Set<string>()
  let { total } = first
  const ways = ['PUBLICATION_DATE_ASC', 'PUBLICATION_DATE_DESC', 'PUBLICATION_DATE_ASC'] as const
  for (const [round, sortBy] of ways.entries()) {
    for (let page = 1; page * PAGE_SIZE <= REACHABLE; page += 1) {
      const isFirst = round === 0 && page === 1
      const read = isFirst ? ok(first) : await askPage(search, { filters, page, sortBy })
      if (!read.ok) return read
      for (const { id } of read.value.hits) {
        found.add(id)
        search.numbers.add(id)
      }
      total = Math.max(total, read.value.total)
      if (read.value.given === 0 || page * PAGE_SIZE >= read.value.total) break
    }
    if (found.size >= total) break
  }
  return ok(total)
}

async function askPage(
  { api, day, signal }: Search,
  query: DoffinQuery,
): Promise<Result<DoffinPage, SourceFailure>> {
  const page = await api.search(query, signal)
  if (!page.ok) return page
  // Parameters that Doffin does not know are passed over in silence, and everything there is comes back.
  return page.value.hits.every(({ issueDate }) => isNear(issueDate, day))
    ? page
    : fail({ code: 'filterIgnored', params: { day } })
}

const DAY_MS = 24 * 3_600_000

/** The same day, or the one beside it: a day begins at different times in Oslo and in UTC. What is no date says nothing. */
function isNear(issueDate: string | null | undefined, day: string): boolean {
  const apart = Math.abs(Date.parse(day) - Date.parse(issueDate?.slice(0, day.length) ?? ''))
  return Number.isNaN(apart) || apart <= DAY_MS
}

import type { DaySearch, SourceFailure } from '#src/modules/notices/sources/remote/remote-source.ts'
import { ok, type Result } from '#src/platform/result.ts'
import type { TedApi } from './ted-api.ts'

/** Everything that TED names for a question on a day, and how much it says there is. */
export async function searchDay(
  api: TedApi,
  { question, day }: { readonly question: string; readonly day: string },
  signal: AbortSignal,
): Promise<Result<DaySearch, SourceFailure>> {
  const date = day.replaceAll('-', '')
  const query = `(${question}) AND PD>=${date} AND PD<=${date}`
  const numbers = new Set<string>()
  let announced = 0
  // A token may be forgotten on the way, and pages may overlap: once more from the beginning when some are missing.
  for (const _round of [1, 2]) {
    const total = await iterate(api, { query, numbers, signal })
    if (!total.ok) return total
    announced = total.value
    if (numbers.size >= announced) break
  }
  return ok({ numbers: [...numbers], announced })
}

async function iterate(
  api: TedApi,
  { query, numbers, signal }: { query: string; numbers: Set<string>; signal: AbortSignal },
): Promise<Result<number, SourceFailure>> {
  const given = new Set<string>()
  let token: string | null = null
  let total: number | null = null
  for (;;) {
    const page: Awaited<ReturnType<TedApi['search']>> = await api.search(query, token, signal)
    if (!page.ok) return page
    const before = given.size
    for (const number of page.value.numbers) {
      given.add(number)
      numbers.add(number)
    }
    token = page.value.next
    total = page.value.total ?? total
    // There is a token also after the last page, so it is no sign that more will come.
    const isAll = total !== null && given.size >= total
    if (token === null || given.size === before || isAll) return ok(total ?? given.size)
  }
}

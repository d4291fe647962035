import { createHash } from 'node:crypto'
import type { RemoteSource } from '#src/modules/notices/sources/remote/remote-source.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { searchDay } from './search-day.ts'
import { createTedApi, type TedSettings } from './ted-api.ts'

const NORWEGIAN_BUYERS = 'buyer-country = NOR'
/** The date of publication is set when it is published; a day is left for corrections of the index. */
const LATE_DAYS = 2

/** TED, by the day of publication: notices of Norwegian buyers, or what a question of one's own matches. */
export function tedSource({ query, ...settings }: TedSettings & { readonly query?: string }): RemoteSource {
  const api = createTedApi(settings)
  const question = query?.trim() || NORWEGIAN_BUYERS
  return {
    name: 'ted',
    question:
      question === NORWEGIAN_BUYERS ? '' : createHash('sha256').update(question).digest('hex').slice(0, 16),
    lateDays: LATE_DAYS,
    searchDay: (day, signal) => searchDay(api, { question, day }, signal),
    download: api.download,
  }
}

/** A question as it can be put together with a day, or what is wrong with it. */
export function checkTedQuery(query: string): Result<string, string> {
  const words = query.replace(/"[^"]*"/g, '""')
  if (/\bsort\s+by\b/i.test(words)) return fail('leave SORT BY out: every day is read to its end')
  let open = 0
  for (const sign of words) {
    open += Number(sign === '(') - Number(sign === ')')
    if (open < 0) break
  }
  return open === 0 ? ok(query) : fail('the brackets do not match')
}

import { type FakeServer, type Rule, startMisbehavingServer, type WellBehaved } from './misbehaving-server.ts'

export type TedNotice = {
  /** As TED says it, without leading zeros. */
  readonly number: string
  readonly xml: string
  readonly publishedOn: string
  readonly country?: string
  readonly cpv?: string
}

export type TedHabits = {
  /** Pages overlap by one, and the order changes between rounds. */
  readonly sameIdOnTwoPages?: boolean
  /** The first round forgets the rest after its first page. */
  readonly forgetsTokenOnce?: boolean
  /** The search ran out of time and gives what it had. */
  readonly timesOut?: number
  /** As other clients have seen it: in a list. */
  readonly numbersInLists?: boolean
}

export type FakeTed = FakeServer & { readonly notices: TedNotice[] }

const KNOWN_KEYS = new Set([
  'query',
  'fields',
  'page',
  'limit',
  'scope',
  'paginationMode',
  'iterationNextToken',
  'onlyLatestVersions',
  'checkQuerySyntax',
])
const KNOWN_FIELDS = new Set([
  'publication-number',
  'publication-date',
  'notice-title',
  'buyer-name',
  'links',
])

/** TED's search and its notices as they are documented, on this machine. */
export async function startFakeTed(
  notices: readonly TedNotice[],
  { rules = [], habits = {} }: { readonly rules?: readonly Rule[]; readonly habits?: TedHabits } = {},
): Promise<FakeTed> {
  const held = [...notices]
  const memory = { timesOut: habits.timesOut ?? 0, forgets: habits.forgetsTokenOnce ?? false }
  const server = await startMisbehavingServer(({ method, path, body }) => {
    if (path === '/v3/notices/search' && method === 'POST') return search(held, body, { habits, memory })
    const number = /^\/en\/notice\/([\d-]+)\/xml$/.exec(path)?.[1]
    const notice = held.find((one) => one.number === number)
    return notice
      ? { type: 'application/xml', body: notice.xml }
      : { status: 404, type: 'text/plain', body: '' }
  }, rules)
  return { ...server, notices: held }
}

type Mind = { readonly habits: TedHabits; readonly memory: { timesOut: number; forgets: boolean } }

function search(held: readonly TedNotice[], body: string, { habits, memory }: Mind): WellBehaved {
  const asked = JSON.parse(body) as Record<string, unknown>
  const { query, fields, limit, paginationMode, iterationNextToken: token } = asked
  const isKnown =
    Object.keys(asked).every((key) => KNOWN_KEYS.has(key)) &&
    Array.isArray(fields) &&
    fields.every((field) => KNOWN_FIELDS.has(String(field))) &&
    typeof query === 'string' &&
    typeof limit === 'number' &&
    limit <= 250
  if (!isKnown || query.includes('nonsense')) return json(400, { message: 'Invalid search request' })
  const matching = held.filter((one) => matches(one, query))
  if (memory.timesOut > 0) {
    memory.timesOut -= 1
    return json(200, {
      notices: [],
      totalNoticeCount: matching.length,
      iterationNextToken: null,
      timedOut: true,
    })
  }
  const start = paginationMode === 'ITERATION' && typeof token === 'string' ? Number(token) : 0
  const from = habits.sameIdOnTwoPages && start > 0 ? start - 1 : start
  const page = matching.slice(from, from + limit)
  const forgets = memory.forgets && start === 0
  if (forgets) memory.forgets = false
  return json(200, {
    notices: page.map(({ number }) => ({
      'publication-number': habits.numbersInLists ? [number] : number,
      links: {},
    })),
    totalNoticeCount: matching.length,
    // There is one after the last page too.
    iterationNextToken: forgets ? null : String(from + limit),
    timedOut: false,
  })
}

function matches({ country = 'NOR', cpv = '35121700', publishedOn }: TedNotice, query: string): boolean {
  const day = publishedOn.replaceAll('-', '')
  const from = /PD>=(\d{8})/.exec(query)?.[1] ?? '0'
  const to = /PD<=(\d{8})/.exec(query)?.[1] ?? '99999999'
  const wantedCountry = /buyer-country = (\w+)/.exec(query)?.[1]
  const wantedCpv = /classification-cpv = (\d+)\*/.exec(query)?.[1]
  return (
    day >= from &&
    day <= to &&
    (!wantedCountry || wantedCountry === country) &&
    (!wantedCpv || cpv.startsWith(wantedCpv))
  )
}

function json(status: number, value: unknown): WellBehaved {
  return { status, type: 'application/json', body: JSON.stringify(value) }
}

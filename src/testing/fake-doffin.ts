import { type FakeServer, type Rule, startMisbehavingServer, type WellBehaved } from './misbehaving-server.ts'

export type DoffinNotice = {
  readonly id: string
  readonly xml: string
  /** The day it was issued, which is what can be asked for. */
  readonly issuedOn: string
  readonly publishedOn?: string
  readonly type?: string
  readonly cpv?: string
  readonly location?: string
}

export type DoffinHabits = {
  /** A new order for each request, as if ties were settled by a throw of dice. */
  readonly unstableSorting?: boolean
  /** The last hit of a page comes again as the first of the next. */
  readonly sameIdOnTwoPages?: boolean
  /** It passes over the dates in silence, as it does with names it does not know. */
  readonly ignoresDates?: boolean
}

export type FakeDoffin = FakeServer & {
  /** What it has; may be changed while it runs. */
  readonly notices: DoffinNotice[]
}

const REACHABLE = 1000
export const DOFFIN_KEY = 'key-of-the-fake'

/** Doffin's public API as it is documented, on this machine. */
export async function startFakeDoffin(
  notices: readonly DoffinNotice[],
  { rules = [], habits = {} }: { readonly rules?: readonly Rule[]; readonly habits?: DoffinHabits } = {},
): Promise<FakeDoffin> {
  const held = [...notices]
  let searches = 0
  const server = await startMisbehavingServer((asked) => {
    if (asked.headers['ocp-apim-subscription-key'] !== DOFFIN_KEY) return json(401, { statusCode: 401 })
    const url = new URL(asked.path, 'http://doffin')
    searches += 1
    if (url.pathname === '/v2/search') return search(held, url.searchParams, { habits, turn: searches })
    const id = /^\/v2\/download\/(.+)$/.exec(url.pathname)?.[1]
    const notice = held.find((one) => one.id === id)
    if (!notice) return json(404, { statusCode: 404, message: 'Resource not found' })
    return { type: 'application/octet-stream', body: notice.xml }
  }, rules)
  return { ...server, notices: held }
}

type Turn = { readonly habits: DoffinHabits; readonly turn: number }

function search(held: readonly DoffinNotice[], asked: URLSearchParams, { habits, turn }: Turn): WellBehaved {
  const size = Number(asked.get('numHitsPerPage') ?? 20)
  const page = Number(asked.get('page') ?? 1)
  if (page < 1) return json(400, { reason: 'Parameter page must be >= 1' })
  if (page * size > REACHABLE) return json(400, { reason: 'Unable to access more than the top 1000 hits' })
  const types = asked.getAll('type')
  if (types.some((type) => type === 'QUALIFICATION_SCHEME'))
    return json(400, { reason: 'No enum constant no.dfo.dof.notices.domain.elements.NoticeType' })
  const matching = held.filter((one) => matches(one, asked, habits))
  const sorted = sort(matching, asked.get('sortBy') ?? 'PUBLICATION_DATE_DESC')
  const ordered = habits.unstableSorting ? shuffled(sorted, turn) : sorted
  const start = (page - 1) * size
  const repeated = habits.sameIdOnTwoPages && page > 1 ? ordered.slice(start - 1, start) : []
  const hits = [...repeated, ...ordered.slice(start, start + size)].slice(0, size)
  return json(200, {
    numHitsTotal: matching.length,
    numHitsAccessible: Math.min(matching.length, REACHABLE),
    hits: hits.map((one) => ({
      id: one.id,
      heading: `Kunngjøring ${one.id}`,
      issueDate: `${one.issuedOn}T10:15:00Z`,
      publicationDate: one.publishedOn ?? one.issuedOn,
      status: null,
    })),
  })
}

function matches(one: DoffinNotice, asked: URLSearchParams, { ignoresDates }: DoffinHabits): boolean {
  const [from, to] = ignoresDates ? [null, null] : [asked.get('issueDateFrom'), asked.get('issueDateTo')]
  const [type, cpv, location] = [asked.getAll('type'), asked.get('cpvCode'), asked.get('location')]
  return (
    (from === null || one.issuedOn >= from) &&
    (to === null || one.issuedOn <= to) &&
    (type.length === 0 || type.includes(one.type ?? 'ANNOUNCEMENT_OF_COMPETITION')) &&
    (cpv === null || (one.cpv ?? '35121700').startsWith(cpv.replace(/0+$/, ''))) &&
    (location === null || location === (one.location ?? 'NO0A2'))
  )
}

function sort(notices: readonly DoffinNotice[], by: string): DoffinNotice[] {
  const sorted = notices.toSorted((one, other) =>
    (one.publishedOn ?? one.issuedOn).localeCompare(other.publishedOn ?? other.issuedOn),
  )
  return by.endsWith('_DESC') ? sorted.reverse() : sorted
}

/** The same turn gives the same order, so that a test that fails fails again. */
function shuffled(notices: readonly DoffinNotice[], turn: number): DoffinNotice[] {
  const key = ({ id }: DoffinNotice) =>
    ((Number(id.replace(/\D/g, '')) + turn * 7919) * 2_654_435_761) % 4_294_967_296
  return notices.toSorted((one, other) => key(one) - key(other))
}

function json(status: number, value: unknown): WellBehaved {
  return { status, type: 'application/json; charset=UTF-8', body: JSON.stringify(value) }
}

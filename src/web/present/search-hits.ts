import type { Messages } from '#src/messages/index.ts'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { casesByIds } from '#src/modules/catalogue/index.ts'
import { documentsByIds } from '#src/modules/documents/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { seenNeeds } from '#src/modules/needs/index.ts'
import { noticesByIds } from '#src/modules/notices/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { SearchHit } from '#src/modules/search/contract.ts'
import { StopId } from '#src/modules/stops/contract.ts'
import { seenStops } from '#src/modules/stops/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Memory } from '#src/platform/remember-answers.ts'
import type { HitView } from '#src/web/ui/hit.tsx'
import { caseHit } from './case-hit.ts'
import { documentHits } from './document-hits.ts'
import { needHits } from './need-hits.ts'
import { noticeHit } from './notice-hit.ts'
import { stopHit } from './stop-hit.ts'

type Reading = {
  readonly messages: Messages
  readonly now: Date
  readonly remember?: Memory
  /** Who reads; null, or nobody said, is everybody. */
  readonly actor?: Actor | null
}

/** What was found as it is shown, in the same order; what has gone since it was indexed is left out. */
export async function searchHits(
  db: Database,
  hits: readonly SearchHit[],
  { messages, now, remember = (_, find) => find(), actor = null }: Reading,
): Promise<readonly HitView[]> {
  const idsOf = (type: SearchHit['type']) => hits.filter((hit) => hit.type === type).map((hit) => hit.id)
  const caseIds = idsOf('case').map((id) => CaseId.parse(id))
  const noticeIds = idsOf('notice')
  const [cases, notices] = await Promise.all([
    remember(['cases', ...caseIds], () => casesByIds(db, caseIds)),
    remember(['notices', ...noticeIds], () => noticesByIds(db, noticeIds)),
  ])
  const caseById = new Map<string, (typeof cases)[number]>(cases.map((one) => [one.id, one]))
  const noticeById = new Map<string, (typeof notices)[number]>(notices.map((one) => [one.id, one]))
  const stops = await stopViews({ db, now }, hits, { messages, actor })
  const documents = await matchedViews(hits, {
    type: 'document',
    find: (ids) => documentsByIds(db, actor, ids),
    show: (found) => documentHits(db, found, messages),
  })
  const needs = await matchedViews(hits, {
    type: 'need',
    find: (ids) => seenNeeds(db, actor, ids),
    show: (found) => needHits(db, found, messages),
  })
  return hits.flatMap((hit) => {
    const other = stops.get(hit.id) ?? documents.get(hit.id) ?? needs.get(hit.id)
    if (other) return [other]
    const found = caseById.get(hit.id)
    if (found) return [caseHit(found, messages, hit)]
    const notice = noticeById.get(hit.id)
    return notice ? [noticeHit(notice, messages, now, hit)] : []
  })
}

type Views = ReadonlyMap<string, HitView>
type Viewing = { readonly messages: Messages; readonly actor: Actor | null }

async function stopViews(
  { db, now }: { readonly db: Database; readonly now: Date },
  hits: readonly SearchHit[],
  { messages, actor }: Viewing,
): Promise<Views> {
  const found = new Map(hits.filter(({ type }) => type === 'stop').map((hit) => [hit.id, hit]))
  if (found.size === 0) return new Map()
  const ids = [...found.keys()].flatMap((id) => StopId.safeParse(id).data ?? [])
  const stops = await seenStops({ db, now: () => now }, actor, ids)
  const bodies = await organisationsByIds(
    db,
    stops.flatMap(({ organisation }) => organisation ?? []),
  )
  const nameOf = (id: Parameters<typeof bodies.get>[0]) => bodies.get(id)?.name ?? null
  return new Map(
    stops.flatMap((stop) => {
      const hit = found.get(stop.id)
      return hit ? [[stop.id, stopHit(stop, hit, { nameOf, messages })] as const] : []
    }),
  )
}

type Kind<One> = {
  readonly type: SearchHit['type']
  readonly find: (ids: readonly string[]) => Promise<readonly One[]>
  /** In the order they are given. */
  readonly show: (found: readonly One[]) => Promise<readonly HitView[]>
}

/** What was found of a kind, each showing what matched. */
async function matchedViews<One extends { readonly id: string }>(
  hits: readonly SearchHit[],
  { type, find, show }: Kind<One>,
): Promise<Views> {
  const hitOf = new Map(hits.filter((hit) => hit.type === type).map((hit) => [hit.id, hit]))
  if (hitOf.size === 0) return new Map()
  const found = await find([...hitOf.keys()])
  const views = await show(found)
  return new Map(
    found.flatMap(({ id }: { readonly id: string }, place) => {
      const [view, hit] = [views[place], hitOf.get(id)]
      if (!view || !hit) return []
      const shown = { title: hit.titleParts, text: hit.snippet, reason: hit.reason }
      return [[id, { ...view, ...shown }] as const]
    }),
  )
}

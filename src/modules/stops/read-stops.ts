import type { StopReason } from '#src/modules/catalogue/contract.ts'
import { STOP_REASONS } from '#src/modules/catalogue/contract.ts'
import { type Actor, dayOf, readerOf, seeAsAdviser } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { TextMatcher } from '#src/modules/search/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { type StopFilter, StopId } from './contract.ts'
import { mayCorrect, mayRead, type Reader } from './policy.ts'
import { asSeenBy, type SeenStop } from './stop.ts'
import { allStops, stopById, stopsByIds, stopsOf } from './stops-repository.ts'

type Reading = { readonly db: Database; readonly now: Clock }

/** What this reader may read, the newest first. Whatever is counted or searched is counted and searched in this. */
export async function readableStops({ db, now }: Reading, reader: Reader): Promise<readonly SeenStop[]> {
  const today = dayOf(now())
  const worksFor = new Set(readerOf(reader).organisations)
  const stops = await allStops(db)
  return stops.filter((stop) => mayRead(reader, stop, today)).map((stop) => asSeenBy(worksFor, stop))
}

/** One of them; null for what is not there and for what the reader may not know of. */
export async function findStop({ db, now }: Reading, reader: Reader, id: StopId): Promise<SeenStop | null> {
  const stop = await stopById(db, id)
  if (!stop) return null
  const at = now()
  const seen = asSeenBy(new Set(readerOf(reader).organisations), stop)
  if (mayRead(reader, stop, dayOf(at))) return seen
  if (!reader) return null
  const asked = { organisation: stop.organisation, scope: 'stops', subject: id, at }
  // The adviser was let in by the organisation itself, and knows whose it is.
  const isOpened = await inTransaction(db, (tx) => seeAsAdviser(tx, reader, asked))
  return isOpened ? { ...seen, organisation: stop.organisation } : null
}

/** Those of them that the reader may read, in no order. */
export async function seenStops(
  { db, now }: Reading,
  reader: Reader,
  ids: readonly StopId[],
): Promise<readonly SeenStop[]> {
  const today = dayOf(now())
  const worksFor = new Set(readerOf(reader).organisations)
  const stops = await stopsByIds(db, ids)
  return stops.filter((stop) => mayRead(reader, stop, today)).map((stop) => asSeenBy(worksFor, stop))
}

/** Whether the one thing that is opened to an adviser is a story. */
export async function isStop(db: Database, thing: string): Promise<boolean> {
  const id = StopId.safeParse(thing)
  return id.success && (await stopById(db, id.data)) !== null
}

/** The story as the actor may put it right or take it back; null for every other. */
export async function findStopToCorrect(db: Database, actor: Actor, id: StopId): Promise<SeenStop | null> {
  const stop = await stopById(db, id)
  return stop && mayCorrect(actor, stop) ? asSeenBy(actor.actsFor, stop) : null
}

/**
 * Everything that an organisation has told, where it has opened all of it to the adviser; null for every other. That
 * the list was looked at stands in the audit of the organisation.
 */
export function stopsAsAdviser(
  { db, now }: Reading,
  actor: Actor,
  organisation: OrganisationId,
): Promise<readonly SeenStop[] | null> {
  return inTransaction(db, async (tx) => {
    const list = { organisation, scope: 'stops', subject: organisation, at: now() }
    if (!(await seeAsAdviser(tx, actor, list))) return null
    const stops = await stopsOf(tx, organisation)
    return stops.map((stop) => ({ ...asSeenBy(actor.actsFor, stop), organisation }))
  })
}

/** A story of either kind, as it is searched and counted. */
export type Told = {
  readonly title: string
  readonly reasons: readonly StopReason[]
  readonly happened: string
  readonly wouldHaveHelped: string
  readonly language: string
}

/** How many stories there are of each reason, the most frequent first. */
export function countReasons(
  stories: readonly Pick<Told, 'reasons'>[],
): readonly { readonly reason: StopReason; readonly count: number }[] {
  return STOP_REASONS.map((reason) => ({
    reason,
    count: stories.filter(({ reasons }) => reasons.includes(reason)).length,
  }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
}

/** Those that tell of what is asked for. */
export function narrowStories<Story extends Told>(
  stories: readonly Story[],
  { q, reason }: StopFilter,
  { matcher, language }: { readonly matcher: TextMatcher; readonly language: string },
): readonly Story[] {
  const ofReason = reason ? stories.filter(({ reasons }) => reasons.includes(reason)) : stories
  if (q === '') return ofReason
  return matcher(q, language).best(ofReason, (story) => ({
    text: `${story.title}. ${story.happened} ${story.wouldHaveHelped}`,
    language: story.language,
  }))
}

import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import { storeFile } from '#src/platform/files/index.ts'
import { newId } from '#src/platform/ids.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'
import { countsBefore, identify, isNewer, type Original } from './arrival.ts'
import { linkOrganisations, type OrganisationLinks } from './link-organisations.ts'
import type { NoticeRecord } from './notice-rows.ts'
import { type KnownNotice, knownNotices, knownOriginals, writeNotices } from './notices-repository.ts'
import type { Assessed } from './read-original.ts'
import { tieReleases } from './release-ties.ts'
import { renewContractEnds } from './renew-contract-ends.ts'

/** A notice that has been read, with the bytes it was read from. */
export type Arrival = Assessed & {
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly name: string
  readonly source: string
}

export type Outcome = 'stored' | 'unchanged' | 'superseded'

type Place = KnownNotice & { arrival: Arrival | null }

/**
 * Keeps every arrival and lets what counts be what counts, whatever the order: of originals of one version the
 * better one, of versions the newest. Call it in a transaction; one at a time, since two imports could both
 * think that theirs is the newest version.
 */
export async function storeNotices(
  tx: Database,
  arrivals: readonly Arrival[],
  { now, links }: { now: Date; links: OrganisationLinks },
): Promise<Outcome[]> {
  await lockNotices(tx)
  const known = await knownOriginals(
    tx,
    arrivals.map((one) => one.sha256),
  )
  const places = await placesOf(tx, arrivals)
  const outcomes = arrivals.map((arrival) => place(arrival, known, places))
  const kept = arrivals.filter((_, at) => outcomes[at] !== 'unchanged')
  for (const { bytes } of kept) await storeFile(tx, bytes)
  await write(tx, { places: [...places.values()], kept, now, links })
  const tied = await tie(tx, kept)
  return outcomes.map((outcome, at) =>
    outcome === 'stored' && tied.has(publicIdOf(arrivals[at])) ? 'superseded' : outcome,
  )
}

/** Releases become originals of the eForms notices they name, whichever came first. */
async function tie(tx: Database, kept: readonly Arrival[]): Promise<ReadonlySet<string>> {
  const [releases, notices] = [
    kept.filter(({ notice }) => notice.release?.releaseId),
    kept.filter(({ notice }) => !notice.release),
  ]
  const { tied, changed } = await tieReleases(tx, {
    releases: releases.map((one) => ({
      sha256: one.sha256,
      publicId: publicIdOf(one),
      names: one.notice.release?.names ?? [],
    })),
    notices: notices.map(publicIdOf),
  })
  await recordEvents(
    tx,
    [...changed].map((subject) => ({ kind: 'notice.changed', subject })),
  )
  return tied
}

function publicIdOf(arrival: Arrival | undefined): string {
  return arrival ? identify(arrival.notice, arrival.sha256).id : ''
}

/** Any number, the same in every process. */
const NOTICES_LOCK = 7_204_101

/** Whoever decides what counts takes this first, so that they take turns until their transactions end. */
export async function lockNotices(tx: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(${NOTICES_LOCK})`.execute(tx)
}

async function placesOf(tx: Database, arrivals: readonly Arrival[]): Promise<Map<string, Place>> {
  const chains = arrivals.map(({ notice, sha256 }) => identify(notice, sha256).chain)
  const rows = await knownNotices(tx, [...new Set(chains)])
  return new Map(rows.map((row): [string, Place] => [row.publicId, { ...row, arrival: null }]))
}

/** Decides about one arrival in the light of everything before it, and notes the decision in `places`. */
function place(arrival: Arrival, known: Set<string>, places: Map<string, Place>): Outcome {
  if (known.has(arrival.sha256)) return 'unchanged'
  known.add(arrival.sha256)
  const { id, chain } = identify(arrival.notice, arrival.sha256)
  const original = originalOf(arrival)
  const before = places.get(id)
  if (before) {
    if (!countsBefore(original, before.original)) return 'superseded'
    places.set(id, { ...before, original, arrival })
    return before.current ? 'stored' : 'superseded'
  }
  const versions = [...places.values()].filter((one) => one.chain === chain)
  // Only releases can share a version: their dates, when they are made on the same day.
  const isNewest = versions.every((one) =>
    one.version === arrival.notice.version ? id > one.publicId : isNewer(arrival.notice.version, one.version),
  )
  if (isNewest) for (const one of versions) places.set(one.publicId, { ...one, current: false })
  const version = arrival.notice.version
  places.set(id, {
    key: null,
    publicId: id,
    chain,
    version,
    current: isNewest,
    wasCurrent: false,
    original,
    arrival,
  })
  return isNewest ? 'stored' : 'superseded'
}

function originalOf({ sha256, bytes, notice }: Arrival): Original {
  return { sha256, size: bytes.byteLength, publicationNumber: notice.publicationNumber }
}

async function write(
  tx: Database,
  {
    places,
    kept,
    now,
    links,
  }: { places: readonly Place[]; kept: readonly Arrival[]; now: Date; links: OrganisationLinks },
): Promise<void> {
  const touched = places.filter((one) => one.arrival !== null || one.current !== one.wasCurrent)
  const keys = new Map(places.map((one) => [one.publicId, one.key ?? newId()]))
  const records: NoticeRecord[] = []
  for (const { arrival, publicId, chain, current, key } of touched) {
    if (!arrival) continue
    const linked = await linkOrganisations(tx, links, arrival.notice)
    records.push({
      key: keys.get(publicId) ?? newId(),
      isNew: key === null,
      publicId,
      chain,
      current,
      arrival,
      linked,
    })
  }
  await writeNotices(tx, {
    records,
    noLongerCurrent: touched.filter((one) => !one.current && one.wasCurrent).map((one) => one.publicId),
    originals: kept.map((arrival) => {
      const { id } = identify(arrival.notice, arrival.sha256)
      return { ...arrival, ...originalOf(arrival), notice: keys.get(id) ?? '' }
    }),
    register: links.register,
    now,
  })
  await recordEvents(
    tx,
    touched.map((one) => ({ kind: 'notice.changed', subject: one.publicId })),
  )
  await renewContractEnds(tx, records)
}

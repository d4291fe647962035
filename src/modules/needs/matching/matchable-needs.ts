import { sql } from 'kysely'
import { mayContribute, readerOf } from '#src/modules/identity/index.ts'
import type { Need } from '#src/modules/needs/need.ts'
import { announcedNeeds, needsOf } from '#src/modules/needs/needs-repository.ts'
import { mayReadNeed, type Reader } from '#src/modules/needs/policy.ts'
import { type Register, readRegister } from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { TIME_ZONE } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { type Matching, matchNeeds } from './matching.ts'
import type { NeedToMatch } from './need-to-match.ts'
import { toMatch } from './to-match.ts'
import { MATCH_PARTS, WEIGHTS, type Weights } from './weights.ts'

type Reading = { readonly db: Database; readonly now: Clock }

/** Needs that may be put together for a reader, and the matching over them. */
export type ReaderMatching = {
  readonly matching: Matching
  readonly byId: ReadonlyMap<string, Need>
}

/**
 * What a reader may be proposed groups of: the needs that are announced to them, and the drafts of those they write for. Nothing
 * they may not know of is looked at, so that it cannot be felt in what they are shown either. What should have been bought by now is
 * left out.
 */
export async function matchableNeeds({ db, now }: Reading, reader: Reader): Promise<readonly Need[]> {
  const announced = await announcedNeeds(db)
  const own = reader ? await needsOf(db, reader.actsFor) : []
  const today = todayOf(now)
  return [...announced, ...own.filter(({ status }) => status === 'draft')].filter(
    (need) => mayReadNeed(reader, need) && (need.content.until ?? today) >= today,
  )
}

/** The matchings made last, by what they were made of. */
type Made = { readonly register: Register; readonly matching: Promise<ReaderMatching> }
const made = new Map<string, Made>()
const KEPT = 8

/** Put together once for each state of the needs; asked for by content, so that it is right in an open transaction too. */
export async function readMatching(
  { db, now }: Reading,
  reader: Reader,
  weights: Weights = WEIGHTS,
): Promise<ReaderMatching> {
  const register = await readRegister(db)
  const { organisations, isPublicEmployee } = readerOf(reader)
  const points = MATCH_PARTS.map((part) => weights[part]).join(' ')
  // Of two who find the same, one that writes has drafts beside it, which are not for the other.
  const writes = reader !== null && mayContribute(reader)
  const scope = `${isPublicEmployee} ${writes} ${organisations.join(' ')}`
  const key = async () => `${await stateOfNeeds(db)}|${todayOf(now)}|${scope}|${points}`
  const asked = await key()
  const known = made.get(asked)
  if (known?.register === register) return known.matching
  // Those who ask while it is being made wait for the same one.
  const matching = matchAll({ db, now }, reader, { register, weights })
  keep(asked, { register, matching })
  const isKept = await matching.then(
    async () => (await key()) === asked,
    () => false,
  )
  if (!isKept) made.delete(asked)
  return matching
}

type With = { readonly register: Register; readonly weights: Weights }

async function matchAll(
  reading: Reading,
  reader: Reader,
  { register, weights }: With,
): Promise<ReaderMatching> {
  const needs = await matchableNeeds(reading, reader)
  return {
    byId: new Map(needs.map((need) => [need.id as string, need])),
    matching: matchNeeds(
      needs.flatMap((need) => read(need, register) ?? []),
      weights,
    ),
  }
}

/** Another one whenever a need, or who may know of it, is another. */
async function stateOfNeeds(db: Database): Promise<string> {
  const { rows } = await sql<{ state: string | null }>`
    select md5(string_agg(id::text || ' ' || version::text || ' ' || status, ',' order by id)) as state
    from need where status in ('draft', 'announced')
  `.execute(db)
  return rows[0]?.state ?? ''
}

function keep(key: string, one: Made): void {
  made.set(key, one)
  const [oldest] = made.keys()
  if (made.size > KEPT && oldest !== undefined) made.delete(oldest)
}

const reads = new WeakMap<Register, Map<string, { version: number; need: NeedToMatch | null }>>()

/** The same object as long as the need is the same, since what its words come to is remembered with it. */
function read(need: Need, register: Register): NeedToMatch | null {
  const known = reads.get(register) ?? new Map()
  reads.set(register, known)
  const before = known.get(need.id)
  if (before?.version === need.version) return before.need
  const made = toMatch(need, register)
  known.set(need.id, { version: need.version, need: made })
  return made
}

function todayOf(now: Clock): string {
  return Temporal.Instant.fromEpochMilliseconds(now().getTime())
    .toZonedDateTimeISO(TIME_ZONE)
    .toPlainDate()
    .toString()
}

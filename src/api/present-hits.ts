import type { z } from 'zod'
import { type CaseSummary, casesByIds } from '#src/modules/catalogue/index.ts'
import { documentsByIds, type ListedDocument } from '#src/modules/documents/index.ts'
import { type Actor, dayOf } from '#src/modules/identity/index.ts'
import { type Need, seenNeeds } from '#src/modules/needs/index.ts'
import { type NoticeSummary, noticesByIds } from '#src/modules/notices/index.ts'
import { type Organisation, organisationsByIds } from '#src/modules/organisations/index.ts'
import type { SearchHit, SearchType } from '#src/modules/search/contract.ts'
import { StopId } from '#src/modules/stops/contract.ts'
import { type SeenStop, seenStops } from '#src/modules/stops/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import type { Addresses } from './addresses.ts'
import type { SearchHitAnswer } from './search-answer.ts'

/** The list of the API that holds what is found. */
export const COLLECTION = {
  case: 'cases',
  document: 'documents',
  need: 'needs',
  notice: 'notices',
  stop: 'stops',
} as const satisfies Record<SearchType, string>

type Hit = z.infer<typeof SearchHitAnswer>
type Details = Pick<Hit, 'buyers' | 'year' | 'publishedOn' | 'deadline' | 'value'>

type Presenting = {
  readonly program: { readonly db: Database; readonly now: Clock }
  readonly addresses: Addresses
  /** Who asks; null for everybody. */
  readonly actor: Actor | null
}

/**
 * Hits with what one wants to see of each before opening it, read with one question for each type. What somebody may not
 * see any more, since the index was made, is left out.
 */
export async function presentHits(
  hits: readonly SearchHit[],
  { addresses, program, actor }: Presenting,
): Promise<Hit[]> {
  const { db } = program
  const idsOf = (type: SearchType) => hits.filter((hit) => hit.type === type).map(({ id }) => id)
  const cases = await casesByIds(db, idsOf('case'))
  const notices = await noticesByIds(db, idsOf('notice'))
  const documents = await documentsByIds(db, actor, idsOf('document'))
  const stopIds = idsOf('stop').flatMap((id) => StopId.safeParse(id).data ?? [])
  const stops = await seenStops(program, actor, stopIds)
  const needs = await seenNeeds(db, actor, idsOf('need'))
  const owners = [...documents, ...stops, ...needs].flatMap(({ organisation }) => organisation ?? [])
  const bodies = await organisationsByIds(db, owners)
  const details = new Map<string, Details>([
    ...cases.map((one) => [one.id, ofCase(one)] as const),
    ...notices.map((one) => [one.id, ofNotice(one)] as const),
    ...documents.map((one) => [one.id, ofDocument(one, bodies)] as const),
    ...stops.map((one) => [one.id, ofStop(one, bodies)] as const),
    ...needs.map((one) => [one.id, ofNeed(one, bodies)] as const),
  ])
  return hits.flatMap((hit) => {
    const found = details.get(hit.id)
    if (!found && ASKS_WHO_READS.includes(hit.type)) return []
    return [{ ...toHit(hit, addresses), ...(found ?? UNKNOWN) }]
  })
}

/** What the one who asks may not see any more. */
const ASKS_WHO_READS: readonly SearchType[] = ['document', 'need', 'stop']

/** For a record that has gone since the index was made. */
const UNKNOWN: Details = { buyers: [], year: null, publishedOn: null, deadline: null, value: null }

function toHit(hit: SearchHit, addresses: Addresses): Omit<Hit, keyof Details> {
  return {
    id: hit.id,
    type: hit.type,
    title: hit.title,
    language: hit.language,
    url: addresses.page(hit.type, hit.id),
    self: addresses.api(COLLECTION[hit.type], hit.id),
    snippet: hit.snippet.map(({ text }) => text).join(''),
    titleParts: [...hit.titleParts],
    snippetParts: [...hit.snippet],
    reason: hit.reason ?? null,
    score: hit.score,
  }
}

function ofCase({ parties, fromYear, toYear }: CaseSummary): Details {
  return { ...UNKNOWN, buyers: parties.map(({ name }) => name), year: toYear ?? fromYear }
}

function ofNotice({ buyers, listedOn, publishedOn, deadline, value }: NoticeSummary): Details {
  return {
    buyers: buyers.map(({ name }) => name),
    year: Number(listedOn.slice(0, 4)),
    publishedOn,
    deadline,
    value,
  }
}

type Bodies = ReadonlyMap<string, Organisation>

function ofDocument({ organisation, addedAt }: ListedDocument, bodies: Bodies): Details {
  const owner = bodies.get(organisation)
  const addedOn = dayOf(addedAt)
  return { ...UNKNOWN, buyers: owner ? [owner.name] : [], year: Number(addedOn.slice(0, 4)) }
}

function ofStop({ organisation, year }: SeenStop, bodies: Bodies): Details {
  const who = organisation && bodies.get(organisation)
  return { ...UNKNOWN, buyers: who ? [who.name] : [], year }
}

function ofNeed({ organisation, announcedAt, content }: Need, bodies: Bodies): Details {
  const who = bodies.get(organisation)
  return {
    ...UNKNOWN,
    buyers: who ? [who.name] : [],
    year: content.until ? Number(content.until.slice(0, 4)) : null,
    publishedOn: announcedAt && dayOf(announcedAt),
  }
}

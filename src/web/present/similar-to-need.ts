import type { Messages } from '#src/messages/index.ts'
import { type Actor, dayOf, readerOf } from '#src/modules/identity/index.ts'
import { isAlike, type Need, readableNeeds, seenNeeds } from '#src/modules/needs/index.ts'
import { contractEndsOf, noticesByIds } from '#src/modules/notices/index.ts'
import { type SearchHit, SearchQuery, type SearchType } from '#src/modules/search/contract.ts'
import type { WebProgram } from '#src/web/context.ts'
import { address } from '#src/web/paths.ts'
import type { HitView } from '#src/web/ui/hit.tsx'
import { needHits } from './need-hits.ts'
import { searchHits } from './search-hits.ts'

export type SimilarToNeed = {
  readonly needs: readonly HitView[]
  readonly cases: readonly HitView[]
  readonly ends: readonly ContractEndView[]
}
export type ContractEndView = {
  readonly href: string
  readonly title: string
  readonly language: string
  readonly buyers: string
  readonly endsOn: string
}

const SHOWN = { needs: 6, cases: 4, ends: 5 }
/** Of so many notices about the same it is seen whether their contracts end. */
const LOOKED_AT = 40

type Asked = { readonly actor: Actor | null; readonly messages: Messages }
type Program = Pick<WebProgram, 'db' | 'search' | 'now'>

/** Others' needs, what has been done, and contracts that end, that are like what somebody writes; of what they may see. */
export async function similarToNeed(
  program: Program,
  need: Need,
  { actor, messages }: Asked,
): Promise<SimilarToNeed> {
  const { db, now } = program
  const find = (type: SearchType, limit: number) => findLike(program, need, { type, limit, actor })
  const [found, cases, notices] = await Promise.all([
    find('need', SHOWN.needs + 1),
    find('case', SHOWN.cases),
    find('notice', LOOKED_AT),
  ])
  const needs = await needsLike(program, need, { found, actor })
  return {
    needs: await needHits(db, needs.slice(0, SHOWN.needs), messages),
    cases: (await searchHits(db, cases, { messages, now: now(), actor })).map(withoutMarks),
    ends: await endsOf(program, notices, messages),
  }
}

type Finding = { readonly type: SearchType; readonly limit: number; readonly actor: Actor | null }

/** By the words it is told in, so that it works before anybody else has seen it. */
async function findLike(
  { search }: Program,
  { content }: Need,
  { type, limit, actor }: Finding,
): Promise<readonly SearchHit[]> {
  const words = [content.title, content.outcome, content.forWhom].join(' ')
  // What means something to the search and nothing in a sentence.
  const q = words
    .replaceAll(/[^\p{L}\p{N}\s]+/gu, ' ')
    .trim()
    .slice(0, 500)
  if (q === '') return []
  const query = { ...SearchQuery.parse({ q, limit, lang: content.language }), type: [type] }
  const reader = readerOf(actor)
  return (await search.search(query, reader)).hits
}

type FoundNeeds = { readonly found: readonly SearchHit[]; readonly actor: Actor | null }

/** Those of the same theme or CPV group first, then those told in like words; none of their own. */
async function needsLike(
  { db }: Program,
  need: Need,
  { found, actor }: FoundNeeds,
): Promise<readonly Need[]> {
  const ids = found.map(({ id }) => id)
  const byWords = (await seenNeeds(db, actor, ids)).toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
  const bySubject = (await readableNeeds(db, actor)).filter((other) => isAlike(need, other))
  const rank = ({ id }: Need) => {
    const at = ids.indexOf(id)
    return at < 0 ? ids.length : at
  }
  const all = [...bySubject.toSorted((a, b) => rank(a) - rank(b)), ...byWords]
  const once = [...new Map(all.map((one) => [one.id, one])).values()]
  return once.filter((other) => other.organisation !== need.organisation && other.status === 'announced')
}

async function endsOf(
  { db, now }: Program,
  hits: readonly SearchHit[],
  { language, list }: Messages,
): Promise<readonly ContractEndView[]> {
  const ids = hits.map(({ id }) => id)
  const today = dayOf(now())
  const ends = (await contractEndsOf(db, ids)).filter(({ endsOn }) => endsOn >= today)
  const soonest = [...new Map(ends.toReversed().map((end) => [end.notice as string, end])).values()]
    .toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
    .slice(0, SHOWN.ends)
  const notices = await noticesByIds(
    db,
    soonest.map(({ notice }) => notice),
  )
  return soonest.flatMap(({ notice: id, endsOn }) => {
    const notice = notices.find((one) => one.id === id)
    if (!notice) return []
    const buyers = list(notice.buyers.map(({ name }) => name))
    const href = address(language, 'notice', { id })
    return [{ href, title: notice.title, language: notice.language, buyers, endsOn }]
  })
}

/** Nobody has searched, so that no word of it is a match. */
function withoutMarks(hit: HitView): HitView {
  const { reason: _, ...rest } = hit
  const plain = (parts: HitView['text']) => parts.map(({ text }) => ({ text, match: false }))
  return { ...rest, title: plain(hit.title), text: plain(hit.text) }
}

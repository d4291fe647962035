import type { Messages } from '#src/messages/index.ts'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { casesByIds } from '#src/modules/catalogue/index.ts'
import { noticesByIds } from '#src/modules/notices/index.ts'
import type { SearchHit } from '#src/modules/search/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { Memory } from '#src/platform/remember-answers.ts'
import type { HitView } from '#src/web/ui/hit.tsx'
import { caseHit } from './case-hit.ts'
import { noticeHit } from './notice-hit.ts'

type Reading = { readonly messages: Messages; readonly now: Date; readonly remember?: Memory }

/** What was found as it is shown, in the same order; what has gone since it was indexed is left out. */
export async function searchHits(
  db: Database,
  hits: readonly SearchHit[],
  { messages, now, remember = (_, find) => find() }: Reading,
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
  return hits.flatMap((hit) => {
    const found = caseById.get(hit.id)
    if (found) return [caseHit(found, messages, hit)]
    const notice = noticeById.get(hit.id)
    return notice ? [noticeHit(notice, messages, now, hit)] : []
  })
}

import { isMessageKey, type Messages } from '#src/messages/index.ts'
import { type AuditScope, auditChoices, auditPage, nameSubjects } from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'
import { auditQuery, readAuditSearch } from './audit-search.ts'
import { auditRows } from './audit-view.ts'

const PAGE_SIZE = 50

/** What curators read: what was done to what everybody can read. */
export const CATALOGUE = { of: 'catalogue' } as const satisfies AuditScope

/** A page of the log with what one can choose between; the page itself has seen to who may read it. */
export async function auditLog(
  db: Database,
  { scope, asked, messages }: { scope: AuditScope; asked: URLSearchParams; messages: Messages },
) {
  const { filter, page } = readAuditSearch(asked)
  const offset = (page - 1) * PAGE_SIZE
  const { entries, total } = await auditPage(db, { ...filter, scope, limit: PAGE_SIZE, offset })
  const { people, nouns } = await auditChoices(db, scope)
  const { t } = messages
  return {
    rows: auditRows(entries, await nameSubjects(db, entries), messages),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    query: auditQuery(filter).toString(),
    chosen: {
      from: filter.from?.toString() ?? '',
      to: filter.to?.toString() ?? '',
      person: filter.person ?? '',
      noun: filter.noun ?? '',
    },
    people: people.map(({ id, name }) => ({ value: id as string, text: name ?? t('people.former') })),
    nouns: nouns.map((noun) => ({ value: noun, text: nounText(noun, messages) })),
  }
}

export type AuditLogView = Awaited<ReturnType<typeof auditLog>>

function nounText(noun: string, { t }: Messages): string {
  const key = `audit.noun.${noun}`
  return isMessageKey(key) ? t(key) : t('audit.action.other')
}

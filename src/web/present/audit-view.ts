import { isMessageKey, type Messages } from '#src/messages/index.ts'
import { Role } from '#src/modules/identity/contract.ts'
import type { AuditEntry, SubjectNames } from '#src/modules/identity/index.ts'
import type { Json } from '#src/platform/json.ts'
import { address } from '#src/web/paths.ts'

/** One thing that somebody did, in words. */
export type AuditRow = {
  readonly seq: number
  readonly at: Date
  readonly who: string
  /** For whom; null for what was done for the platform. */
  readonly forWhom: string | null
  readonly what: string
  readonly subject: string
  readonly href: string | null
  readonly versions: { readonly text: string; readonly href: string | null } | null
}

/** Entries of the audit in the words of a language. Whoever has left is «somebody who was here». */
export function auditRows(
  entries: readonly AuditEntry[],
  names: SubjectNames,
  messages: Messages,
): readonly AuditRow[] {
  return entries.map((entry) => ({
    seq: entry.seq,
    at: entry.at,
    who: whoDid(entry, messages),
    forWhom: entry.organisationName,
    what: whatWasDone(entry, messages),
    ...subjectOf(entry, names, messages),
    versions: versionsOf(entry, messages),
  }))
}

function whoDid({ person, personName }: AuditEntry, { t }: Messages): string {
  return personName ?? t(person === null ? 'audit.program' : 'people.former')
}

/** The words for the action, and which role it was about where it was one. */
function whatWasDone({ action, details }: AuditEntry, { t }: Messages): string {
  const key = `audit.action.${action}`
  const words = isMessageKey(key) ? t(key) : t('audit.action.other')
  const role = Role.safeParse(detail(details, 'role'))
  return role.success ? `${words}: ${t(`identity.role.${role.data}`).toLowerCase()}` : words
}

function detail(details: Json, name: string): Json | undefined {
  const isObject = typeof details === 'object' && details !== null && !Array.isArray(details)
  return isObject ? (details as { readonly [key: string]: Json })[name] : undefined
}

const PAGE_OF_NOUN = { case: 'case', solution: 'solution', notice: 'notice' } as const

function subjectOf(entry: AuditEntry, names: SubjectNames, { t, language }: Messages) {
  const known = names.get(entry.subject)
  if (known) return { subject: known.name ?? t('people.former'), href: null }
  const page = PAGE_OF_NOUN[entry.action.split('.')[0] as keyof typeof PAGE_OF_NOUN]
  if (page) return { subject: entry.subject, href: address(language, page, { id: entry.subject }) }
  return { subject: entry.subject, href: null }
}

/** From which version to which, with the way to what is different between them where readers can see it. */
function versionsOf({ action, subject, fromVersion, toVersion }: AuditEntry, { t, language }: Messages) {
  if (toVersion === null) return null
  if (fromVersion === null) return { text: t('audit.version', { to: toVersion }), href: null }
  const [from, to] = [String(fromVersion), String(toVersion)]
  const text = t('audit.versions', { from, to })
  const isCase = action.startsWith('case.')
  return { text, href: isCase ? address(language, 'caseChanges', { id: subject, from, to }) : null }
}

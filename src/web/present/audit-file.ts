import { Readable } from 'node:stream'
import { type Messages, messagesIn } from '#src/messages/index.ts'
import {
  type AuditEntry,
  type AuditFilter,
  type AuditScope,
  auditEntries,
  nameSubjects,
} from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Language } from '#src/platform/language.ts'
import { auditPaper } from '#src/web/papers/audit-paper.ts'
import { PAPER_FORMATS } from '#src/web/papers/paper-address.ts'
import { paperFile } from '#src/web/papers/paper-file.ts'
import { type AuditRow, auditRows } from './audit-view.ts'
import { csvLine } from './csv.ts'

export const AUDIT_FORMATS = ['csv', 'json', ...PAPER_FORMATS] as const
export type AuditFormat = (typeof AUDIT_FORMATS)[number]

type Asked = {
  readonly scope: AuditScope
  readonly filter: AuditFilter
  readonly format: AuditFormat
  /** Whose log it is; null for that of the catalogue. */
  readonly organisation: string | null
  readonly language: Language
}

/** More than this is no paper to read: shorter times can be asked for. */
const MOST_IN_A_PAPER = 1000

/** The whole audit that is asked for, as a file, made and sent a batch at a time; or as a paper for the archive. */
export async function auditFile(
  db: Database,
  { scope, filter, format, language, organisation }: Asked,
): Promise<Response> {
  const messages = messagesIn(language)
  if (format === 'pdf' || format === 'docx') {
    const all: AuditEntry[] = []
    for await (const batch of auditEntries(db, { ...filter, scope })) {
      all.push(...batch)
      if (all.length > MOST_IN_A_PAPER) break
    }
    if (all.length === 0) return new Response(null, { status: 404 })
    const entries = all.slice(0, MOST_IN_A_PAPER)
    const names = await nameSubjects(db, entries)
    const told = { entries, names, organisation, isCut: all.length > MOST_IN_A_PAPER }
    return paperFile(auditPaper(told, messages), format)
  }
  const batches = auditEntries(db, { ...filter, scope })
  const texts = format === 'csv' ? csvTexts(db, batches, messages) : jsonTexts(db, batches, messages)
  const type = format === 'csv' ? 'text/csv' : 'application/json'
  return new Response(Readable.toWeb(Readable.from(encoded(texts))) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${messages.t('audit.file.name')}.${format}"`,
      'cache-control': 'private, no-store',
    },
  })
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const text of texts) yield encoder.encode(text)
}

type Batches = AsyncIterable<readonly AuditEntry[]>

/** Begins with a byte order mark, by which spreadsheets know that it is UTF-8. */
async function* csvTexts(db: Database, batches: Batches, messages: Messages): AsyncGenerator<string> {
  const { t } = messages
  const heads = ['at', 'who', 'forWhom', 'what', 'subject', 'from', 'to', 'action', 'details'] as const
  yield `\uFEFF${csvLine(heads.map((head) => t(`audit.file.${head}`)))}`
  for await (const entries of batches) {
    const rows = auditRows(entries, await nameSubjects(db, entries), messages)
    yield entries.map((entry, place) => csvLine(cellsOf(entry, rows[place]))).join('')
  }
}

function cellsOf(entry: AuditEntry, row: AuditRow | undefined): readonly string[] {
  return [
    entry.at.toISOString(),
    row?.who ?? '',
    row?.forWhom ?? '',
    row?.what ?? '',
    row?.subject ?? '',
    entry.fromVersion?.toString() ?? '',
    entry.toVersion?.toString() ?? '',
    entry.action,
    JSON.stringify(entry.details),
  ]
}

async function* jsonTexts(db: Database, batches: Batches, messages: Messages): AsyncGenerator<string> {
  let before = '[\n'
  for await (const entries of batches) {
    const rows = auditRows(entries, await nameSubjects(db, entries), messages)
    for (const [place, entry] of entries.entries()) {
      const { seq, at, person, organisation, action, subject, fromVersion, toVersion, details } = entry
      const words = {
        who: rows[place]?.who ?? '',
        what: rows[place]?.what ?? '',
        forWhom: entry.organisationName,
      }
      const codes = { person, organisation, action, subject, fromVersion, toVersion, details }
      yield `${before}${JSON.stringify({ seq, at: at.toISOString(), ...words, ...codes })}`
      before = ',\n'
    }
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

import type { Messages } from '#src/messages/index.ts'
import { paperWords } from '#src/messages/paper-words.ts'
import type { AuditEntry, SubjectNames } from '#src/modules/identity/index.ts'
import { type Block, facts, note, type Paper, table } from '#src/platform/papers/index.ts'
import { type AuditRow, auditRows } from '#src/web/present/audit-view.ts'

type Told = {
  /** The earliest first. */
  readonly entries: readonly AuditEntry[]
  readonly names: SubjectNames
  /** Whose log it is; null for that of the catalogue. */
  readonly organisation: string | null
  /** Whether there is more that was asked for, and has no room. */
  readonly isCut: boolean
}

/**
 * Entries of the audit as a paper for the archive: one decision by itself, or several as a table. The log is never
 * changed, so the same entries are the same paper for ever.
 */
export function auditPaper({ entries, names, organisation, isCut }: Told, messages: Messages): Paper {
  const { t, language, date } = messages
  const rows = auditRows(entries, names, messages)
  const [only] = rows
  const last = entries.at(-1)?.at ?? new Date(0)
  const isOne = rows.length === 1 && only !== undefined
  return {
    language,
    words: paperWords(messages),
    sort: t(isOne ? 'papers.audit.one' : 'papers.audit.many'),
    title: isOne ? only.what : t('papers.audit.title', { organisation: organisation ?? 'Spydspiss' }),
    author: organisation ?? 'Spydspiss',
    footer: t('papers.audit.footer'),
    madeAt: last,
    journal: { documentDate: date(last), from: organisation ?? 'Spydspiss' },
    blocks: [
      ...(isOne ? oneBlocks(only, messages) : [tableOf(rows, messages)]),
      ...(isCut ? [note(t('papers.audit.cut', { count: rows.length }), { tone: 'care' })] : []),
    ],
  }
}

function oneBlocks(row: AuditRow, { t, dateTime }: Messages): readonly Block[] {
  return [
    facts([
      [t('audit.file.at'), dateTime(row.at)],
      [t('audit.file.who'), row.who],
      [t('audit.file.forWhom'), row.forWhom],
      [t('audit.file.subject'), row.subject],
      [t('papers.audit.versions'), row.versions?.text],
      [t('papers.audit.number'), String(row.seq)],
    ]),
    note(t('papers.audit.kept')),
  ]
}

function tableOf(rows: readonly AuditRow[], { t, dateTime }: Messages): Block {
  return table(
    [
      { title: t('audit.file.at'), share: 2 },
      { title: t('audit.file.what'), share: 4 },
      { title: t('audit.file.subject'), share: 4 },
      { title: t('audit.file.who'), share: 2 },
    ],
    rows.map(({ at, what, subject, who, versions }) => [
      dateTime(at),
      versions ? `${what} · ${versions.text}` : what,
      subject,
      who,
    ]),
  )
}

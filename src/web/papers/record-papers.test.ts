import { expect, test } from 'vitest'
import { messagesIn } from '#src/messages/index.ts'
import {
  auditPage,
  giveMandate,
  mandatesOf,
  nameSubjects,
  withdrawMandate,
} from '#src/modules/identity/index.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { LANGUAGES } from '#src/platform/language.ts'
import { paperProblems, toPdf } from '#src/platform/papers/index.ts'
import { withDatabase } from '#src/testing/database.ts'
import { aPerson } from '#src/testing/people.ts'
import { auditFile } from '#src/web/present/audit-file.ts'
import { auditPaper } from './audit-paper.ts'
import { mandatePaper } from './mandate-paper.ts'

const at = new Date('2026-11-22T10:00:00Z')
const now = () => at

test('a mandate is a paper with what the archive asks: who, to whom, when, on which decision', () =>
  withDatabase(async (db) => {
    const { voss, mandate } = await aMandate(db)
    const [found] = await mandatesOf(db, voss)
    if (!found) throw new Error('There is a mandate')
    for (const language of LANGUAGES) {
      const paper = mandatePaper(found, messagesIn(language))
      expect(paperProblems(paper)).toEqual([])
      expect(paper.journal).toMatchObject({ from: 'Voss herad', to: 'Innkjøp Vest' })
      expect(JSON.stringify(paper.blocks)).toContain('Kommunestyret 34/26')
    }
    expect(mandatePaper(found, messagesIn('nb')).journal?.documentDate).toBe('22. november 2026')
    const bytes = await toPdf(mandatePaper(found, messagesIn('nb')))
    expect(Buffer.from(bytes).equals(Buffer.from(await toPdf(mandatePaper(found, messagesIn('nb')))))).toBe(
      true,
    )
    expect(JSON.stringify(mandatePaper(found, messagesIn('nn')))).not.toContain('gjeld ikkje lenger')
    await withdrawMandate({ db, now }, mandate.by, { mandate: found.id })
    const [gone] = await mandatesOf(db, voss)
    if (!gone) throw new Error('It is kept')
    expect(JSON.stringify(mandatePaper(gone, messagesIn('nn')))).toContain('gjeld ikkje lenger')
  }))

test('one decision is a paper by itself, several are a table, and both have a date and a sender', () =>
  withDatabase(async (db) => {
    const { voss } = await aMandate(db)
    const scope = { organisation: voss }
    const { entries } = await auditPage(db, { scope, limit: 50, offset: 0 })
    const names = await nameSubjects(db, entries)
    const messages = messagesIn('nb')
    const told = { names, organisation: 'Voss herad', isCut: false }
    const one = auditPaper({ ...told, entries: entries.slice(-1) }, messages)
    expect(one.title).toBe('Ga fullmakt')
    expect(one.journal).toEqual({ documentDate: '22. november 2026', from: 'Voss herad' })
    const many = auditPaper({ ...told, entries: [...entries, ...entries] }, messages)
    expect(many.blocks[0]).toMatchObject({ kind: 'table' })
    for (const paper of [one, many]) expect(paperProblems(paper)).toEqual([])
  }))

test('the file that is asked for is the one entry, and what is not in the log is no paper', () =>
  withDatabase(async (db) => {
    const { voss } = await aMandate(db)
    const scope = { organisation: voss }
    const { entries } = await auditPage(db, { scope, limit: 50, offset: 0 })
    const asked = { scope, language: 'nb', organisation: 'Voss herad' } as const
    const seq = entries.at(-1)?.seq ?? 0
    const pdf = await auditFile(db, { ...asked, filter: { seq }, format: 'pdf' })
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.headers.get('cache-control')).toBe('private, no-store')
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    const word = await auditFile(db, { ...asked, filter: {}, format: 'docx' })
    expect(word.headers.get('content-disposition')).toContain('.docx')
    const none = await auditFile(db, { ...asked, filter: { seq: seq + 1000 }, format: 'pdf' })
    expect(none.status).toBe(404)
  }))

async function aMandate(db: Database) {
  const voss = await ensureOrganisation(db, {
    name: 'Voss herad',
    organisasjonsnummer: null,
    kind: 'municipality',
  })
  const body = await ensureOrganisation(db, {
    name: 'Innkjøp Vest',
    organisasjonsnummer: null,
    kind: 'purchasing-cooperative',
  })
  const by = await aPerson(db, { organisation: voss, roles: ['coordinator'], at })
  const given = await giveMandate({ db, now }, by, {
    body,
    startsOn: Temporal.PlainDate.from('2026-12-01'),
    endsOn: null,
    decision: 'Kommunestyret 34/26',
  })
  if (!given.ok) throw new Error(given.failure.kind)
  return { voss, mandate: { id: given.value, by } }
}

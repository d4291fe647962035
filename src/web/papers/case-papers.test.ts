import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { findCase, reviseCase } from '#src/modules/catalogue/index.ts'
import { readConfig } from '#src/platform/config.ts'
import type { Database } from '#src/platform/database.ts'
import { rememberAnswers } from '#src/platform/remember-answers.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { readDocx } from '#src/testing/read-docx.ts'
import { readPdf } from '#src/testing/read-pdf.ts'
import { casePapers } from './case-papers.ts'

const now = () => new Date('2026-11-21T12:00:00Z')

async function withPapers(
  check: (ask: (path: string, init?: RequestInit) => Promise<Response>, db: Database) => Promise<void>,
): Promise<void> {
  await withCatalogue(async (db) => {
    const papers = casePapers({ db, config: readConfig({}), remember: rememberAnswers(async () => 1) })
    await check(async (path, init) => papers.request(path, init), db)
  })
}

test('a case can be taken away as PDF and as Word, in the language of its address, by anybody', () =>
  withPapers(async (ask) => {
    const pdf = await ask('/nn/anskaffelser/case-016/papir.pdf')
    const bytes = new Uint8Array(await pdf.arrayBuffer())
    const seen = await readPdf(bytes)

    expect(pdf.status).toBe(200)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.headers.get('content-disposition')).toMatch(
      /^attachment; filename="case-016 Trygghets- og [\w .-]+\.pdf"; filename\*=UTF-8''case-016%20/,
    )
    expect(pdf.headers.get('link')).toContain('/nn/anskaffelser/case-016>; rel="canonical"')
    expect([seen.lang, seen.title]).toEqual([
      'nn-NO',
      'Trygghets- og varslingsteknologi i Agder – felles anskaffelse og alarmsentral',
    ])
    expect(seen.text.join(' ')).toContain('Kven var med')

    const word = await ask('/en/anskaffelser/case-016/papir.docx')
    const parts = await readDocx(new Uint8Array(await word.arrayBuffer()))
    expect(parts.get('docProps/core.xml')).toContain('<dc:language>en-GB</dc:language>')
  }))

test('every version is a paper of its own at an address for ever, and one there never was is not there', () =>
  withPapers(async (ask, db) => {
    const curator = await aPerson(db, { roles: ['curator'] })
    const id = CaseId.parse('case-016')
    const before = await findCase(db, id)
    if (before?.status !== 'found') throw new Error('The case is not there')
    const provenance = { ...before.case.content.provenance, archiveReference: '2026/1234-5' }
    const content = { ...before.case.content, need: { text: 'Rettet av redaksjonen' }, provenance }
    const revised = await reviseCase({ db, now }, curator, {
      id,
      from: 1,
      content,
      note: null,
      organisation: null,
    })
    expect(revised.ok).toBe(true)
    const bodo = await db
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('kommunenummer', '=', '1804')
      .executeTakeFirstOrThrow()
    await sql`update case_version set published_for = ${bodo.id} where version = 2`.execute(db)

    const text = async (path: string) =>
      (await readPdf(new Uint8Array(await (await ask(path)).arrayBuffer()))).text.join(' ')
    expect(await text('/anskaffelser/case-016/versjoner/1/papir.pdf')).not.toContain('Rettet av redaksjonen')
    expect(await text('/anskaffelser/case-016/versjoner/2/papir.pdf')).toContain('Rettet av redaksjonen')
    expect(await text('/anskaffelser/case-016/versjoner/2/papir.pdf')).toMatch(/Bodø[\s\S]*2026\/1234-5/)
    expect((await ask('/anskaffelser/case-016/versjoner/2/papir.docx')).status).toBe(200)
    expect((await ask('/anskaffelser/case-016/versjoner/3/papir.pdf')).status).toBe(404)
    expect((await ask('/anskaffelser/case-016/versjoner/0x1/papir.pdf')).status).toBe(404)
  }))

test('whoever has it already gets nothing anew until the case changes', () =>
  withPapers(async (ask, db) => {
    const path = '/anskaffelser/case-016/papir.pdf'
    const first = await ask(path)
    const tag = first.headers.get('etag') ?? ''
    const digest = createHash('sha256')
      .update(new Uint8Array(await first.arrayBuffer()))
      .digest('base64url')

    expect(tag).toBe(`"${digest}"`)
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect((await ask(path, { headers: { 'if-none-match': tag } })).status).toBe(304)

    await db
      .updateTable('procurement_case')
      .set({ confirmed_at: now(), updated_at: new Date('2026-11-22T12:00:00Z') })
      .where('public_id', '=', 'case-016')
      .execute()
    const later = await ask(path, { headers: { 'if-none-match': tag } })
    expect([later.status, later.headers.get('etag') === tag]).toEqual([200, false])
  }))

test('a case that is withdrawn is gone as a paper too, and says why; one that is merged leads on', () =>
  withPapers(async (ask, db) => {
    await ask('/anskaffelser/case-002/papir.pdf')
    await db
      .updateTable('procurement_case')
      .set({ status: 'withdrawn', withdrawn_reason: 'Lagt ut to ganger' })
      .where('public_id', '=', 'case-002')
      .execute()
    await db
      .updateTable('procurement_case')
      .set({
        status: 'merged',
        merged_into: sql<string>`(select id from procurement_case where public_id = 'case-016')`,
      })
      .where('public_id', '=', 'case-003')
      .execute()

    const gone = await ask('/anskaffelser/case-002/papir.pdf')
    expect([gone.status, await gone.text()]).toEqual([410, expect.stringContaining('Lagt ut to ganger')])
    const moved = await ask('/nn/anskaffelser/case-003/papir.docx')
    expect([moved.status, moved.headers.get('location')]).toEqual([
      301,
      '/nn/anskaffelser/case-016/papir.docx',
    ])
  }))

test('what was never there is left to the pages, and so is a kind of file that we do not make', () =>
  withPapers(async (ask) => {
    for (const path of [
      'case-999/papir.pdf',
      'case-016/papir.exe',
      '..%2f..%2fetc/papir.pdf',
      'case-016/papir',
    ]) {
      expect((await ask(`/anskaffelser/${path}`)).status).toBe(404)
    }
  }))

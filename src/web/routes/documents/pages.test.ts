import { expect, test } from 'vitest'
import { findDocument } from '#src/modules/documents/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { withDatabase } from '#src/testing/database.ts'
import { aDocument, anyPdf, documentPeople, documentsOn } from '#src/testing/shared-documents.ts'
import { type Form, file, type Page, visitWithFile as visit } from '#src/testing/visit-documents.ts'
import * as documentPage from './document/page.tsx'
import * as editPage from './edit/page.tsx'
import * as bankPage from './page.tsx'
import * as versionPage from './version/page.tsx'
import * as withdrawPage from './withdraw/page.tsx'

test('a new version is declared anew', () =>
  withDatabase(async (db) => {
    const { contributor } = await documentPeople(db)
    const id = await aDocument(db, contributor)
    const path = `/dokumenter/${id}/ny-versjon`
    const silent = await visit(db, contributor, versionPage, {
      path,
      id,
      form: { note: 'Rettet', file: file() },
    })
    expect(silent).toMatchObject({
      status: 422,
      data: {
        typed: { note: 'Rettet' },
        errors: { noPersonalData: expect.any(String), noSecrets: expect.any(String) },
      },
    })
    const declared = { note: 'Rettet', noPersonalData: 'ja', noSecrets: 'ja' }
    const same = file()
    const sent = await visit(db, contributor, versionPage, { path, id, form: { ...declared, file: same } })
    expect([sent.status, sent.location]).toEqual([303, `/dokumenter/${id}?gjort=ny-versjon`])
    const again = await visit(db, contributor, versionPage, { path, id, form: { ...declared, file: same } })
    expect(again).toMatchObject({
      status: 422,
      data: { errors: { file: expect.stringContaining('den samme') } },
    })
  }))

test('who saves last of two sees what the other wrote, and can save knowing it', () =>
  withDatabase(async (db) => {
    const { contributor, coordinator } = await documentPeople(db)
    const id = await aDocument(db, contributor)
    const path = `/dokumenter/${id}/rediger`
    const { saved } = (await visit(db, contributor, editPage, { path, id })).data as {
      saved: Record<string, string>
    }
    const save = (actor: Actor, form: Form) => visit(db, actor, editPage, { path, id, form, encoded: true })

    expect((await save(coordinator, { ...saved, title: 'Deres tittel' })).status).toBe(303)
    const late = await save(contributor, { ...saved, title: 'Min tittel' })
    expect(late).toMatchObject({ status: 409, data: { typed: { title: 'Min tittel', revision: '2' } } })
    expect(JSON.stringify(late.data)).toContain('Deres tittel')
    const { typed } = late.data as { typed: Record<string, string> }
    expect((await save(contributor, typed)).status).toBe(303)
    expect(await findDocument(documentsOn(db), contributor, id)).toMatchObject({ title: 'Min tittel' })
  }))

test('withdrawn, the page is gone for others and tells of what kind the reason is, not what was written', () =>
  withDatabase(async (db) => {
    const { coordinator, curator } = await documentPeople(db)
    const id = await aDocument(db, coordinator, { description: { visibility: 'all' } })
    const path = `/dokumenter/${id}/trekk-tilbake`
    const withdraw = (form: Form) => visit(db, coordinator, withdrawPage, { path, id, form, encoded: true })
    expect(await withdraw({ cause: '', reason: '' })).toMatchObject({
      status: 422,
      data: { errors: { cause: 'Velg hvorfor.', reason: 'Skriv kort hvorfor.' } },
    })
    const sent = await withdraw({ cause: 'personal-data', reason: 'Navnet til Ola' })
    expect([sent.status, sent.location]).toEqual([303, `/dokumenter/${id}?gjort=trukket`])
    expect((await withdraw({ cause: 'wrong', reason: 'En gang til' })).status).toBe(303)

    const gone = await visit(db, null, documentPage, { path: `/dokumenter/${id}`, id })
    expect(gone.status).toBe(410)
    expect(gone.data).toContain('personopplysninger')
    expect(gone.data).not.toContain('Ola')
    for (const actor of [coordinator, curator]) {
      const page = await visit(db, actor, documentPage, { path: `/dokumenter/${id}`, id })
      expect(page.data).toMatchObject({
        view: { versions: [{ href: null, isErased: true }], may: { change: false } },
      })
    }
    expect((await visit(db, null, bankPage, { path: '/dokumenter' })).data).toMatchObject({ total: 0 })
  }))

test('the pages of a document are not there for those who may not know of it, nor open to those who may not', () =>
  withDatabase(async (db) => {
    const { contributor, coordinator, neighbour, reader, curator } = await documentPeople(db)
    const secret = await aDocument(db, contributor)
    const open = await aDocument(db, coordinator, { description: { visibility: 'all' } })
    const statusOf = async (actor: Actor | null, page: Page, id: string) =>
      (await visit(db, actor, page, { path: `/dokumenter/${id}/x`, id })).status
    for (const page of [documentPage, versionPage, editPage, withdrawPage]) {
      expect(await statusOf(neighbour, page, secret)).toBe(404)
      expect(await statusOf(neighbour, page, 'not-an-id')).toBe(404)
    }
    for (const page of [versionPage, editPage, withdrawPage])
      expect(await statusOf(reader, page, open)).toBe(403)
    expect(await statusOf(curator, withdrawPage, open)).toBe(200)
    expect(await statusOf(curator, editPage, open)).toBe(403)
    expect(await statusOf(null, documentPage, open)).toBe(200)
  }))

test('remarks on the file, its first name and leave to share are for those who answer for it', () =>
  withDatabase(async (db) => {
    const { coordinator, neighbour } = await documentPeople(db)
    const described = {
      visibility: 'all',
      rightsOwner: 'consultant',
      rightsHolder: 'Råd AS',
      permission: 'E-post fra Kari Berg',
    } as const
    const id = await aDocument(db, coordinator, {
      description: described,
      upload: { name: 'Kari Berg.pdf ', bytes: anyPdf() },
    })
    const seen = async (actor: Actor | null) =>
      JSON.stringify((await visit(db, actor, documentPage, { path: `/dokumenter/${id}`, id })).data)
    expect(await seen(coordinator)).toContain('E-post fra Kari Berg')
    for (const actor of [neighbour, null]) {
      expect(await seen(actor)).not.toContain('E-post fra Kari Berg')
      expect(await seen(actor)).toContain('Råd AS')
    }
  }))

test('script in every field is text, and a filter that means nothing falls away', () =>
  withDatabase(async (db) => {
    const { coordinator } = await documentPeople(db)
    const script = '<script>alert(1)</script>'
    await aDocument(db, coordinator, {
      description: { visibility: 'all', title: script, description: script },
    })
    const asked = { path: `/dokumenter?kind=${script}&step=x&theme=..&organisation=1&page=0&q=script` }
    expect((await visit(db, null, bankPage, asked)).data).toMatchObject({
      total: 1,
      hits: [{ title: [{ text: script, match: false }] }],
      filter: { page: 1, q: 'script' },
    })
  }))

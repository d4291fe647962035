import { expect, test } from 'vitest'
import { withDatabase } from '#src/testing/database.ts'
import { aDocument, anyPdf, documentPeople, documentsOn } from '#src/testing/shared-documents.ts'
import {
  addVersion,
  documentsOf,
  fileTidying,
  findDocument,
  findDocumentFile,
  moveDocuments,
  withdrawDocument,
} from './index.ts'

const upload = () => ({ name: 'krav.pdf', bytes: anyPdf() })
const subject = { kind: 'case', id: 'case-1001' } as const

test('withdrawn, it is listed no more, its files are given to nobody, and its address says so', () =>
  withDatabase(async (db) => {
    const { coordinator } = await documentPeople(db)
    const id = await aDocument(db, coordinator, { description: { visibility: 'all' } })
    const given = { id, cause: 'outdated', reason: 'Ny utgave i 2027' } as const

    expect(await withdrawDocument(documentsOn(db), coordinator, given)).toMatchObject({ ok: true })
    expect(await findDocumentFile(documentsOn(db), coordinator, { id, version: 1 })).toEqual({
      kind: 'withdrawn',
    })
    expect(await findDocument(documentsOn(db), null, id)).toMatchObject({
      withdrawn: { cause: 'outdated', reason: 'Ny utgave i 2027' },
      versions: [{ erasedAt: null, name: 'krav.pdf' }],
    })
    expect(await withdrawDocument(documentsOn(db), coordinator, given)).toMatchObject({
      failure: { kind: 'alreadyWithdrawn' },
    })
    expect(await addVersion(documentsOn(db), coordinator, { id, note: '', upload: upload() })).toMatchObject({
      failure: { kind: 'withdrawn' },
    })
  }))

test('what held personal data is erased: name and reference at once, the bytes with the next tidying', () =>
  withDatabase(async (db) => {
    const { coordinator } = await documentPeople(db)
    const id = await aDocument(db, coordinator, { upload: { ...upload(), name: 'Ola Nordmann.pdf' } })
    const deps = documentsOn(db)
    await withdrawDocument(deps, coordinator, { id, cause: 'personal-data', reason: 'Navn på en beboer' })

    expect((await findDocument(documentsOn(db), coordinator, id))?.versions).toMatchObject([
      { sha256: null, name: 'dokument.pdf', originalName: '', erasedAt: expect.any(Date) },
    ])
    const after = () => new Date('2026-11-23T12:00:00Z')
    const job = fileTidying({ ...deps, now: after, log: { error: () => {} } })
    expect(await job.run(new AbortController().signal)).toEqual({
      ok: true,
      value: { removed: 1, moved: 0, missing: 0 },
    })
    expect(await db.selectFrom('large_file_piece').selectAll().execute()).toEqual([])
  }))

test('the nightly tidying leaves every file that a version refers to, and tells of those that are gone', () =>
  withDatabase(async (db) => {
    const { contributor } = await documentPeople(db)
    const id = await aDocument(db, contributor)
    await addVersion(documentsOn(db), contributor, { id, note: '', upload: upload() })
    const after = () => new Date('2026-11-23T12:00:00Z')
    const told: unknown[] = []
    const log = { error: (fact: unknown) => void told.push(fact) }
    const job = fileTidying({ ...documentsOn(db), now: after, log })

    expect(await job.run(new AbortController().signal)).toMatchObject({ value: { removed: 0, missing: 0 } })
    await db.deleteFrom('large_file_piece').execute()
    expect(await job.run(new AbortController().signal)).toMatchObject({ value: { removed: 0, missing: 2 } })
    expect(told).toHaveLength(1)
  }))

test('documents of a draft go along when it becomes a case, and are seen from then on', () =>
  withDatabase(async (db) => {
    const { coordinator } = await documentPeople(db)
    const draft = { kind: 'draft', id: 'case-1001' } as const
    const id = await aDocument(db, coordinator, { subject: draft, description: { visibility: 'all' } })
    expect(await findDocument(documentsOn(db), null, id)).toBeNull()

    const at = new Date('2026-11-22T12:00:00Z')
    expect(await moveDocuments(db, coordinator, { from: draft, to: subject, at })).toBe(1)
    expect(await findDocument(documentsOn(db), null, id)).toMatchObject({ subject })
    expect(await documentsOf(db, null, subject)).toHaveLength(1)
  }))

test('documents of a draft that is thrown away stay with the organisation, for itself alone', () =>
  withDatabase(async (db) => {
    const { coordinator } = await documentPeople(db)
    const draft = { kind: 'draft', id: 'case-1001' } as const
    const id = await aDocument(db, coordinator, { subject: draft, description: { visibility: 'all' } })
    await moveDocuments(db, coordinator, { from: draft, to: null, at: documentsOn(db).now() })
    expect(await findDocument(documentsOn(db), coordinator, id)).toMatchObject({
      subject: null,
      visibility: 'organisation',
    })
    expect(await findDocument(documentsOn(db), null, id)).toBeNull()
  }))

import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { bytesOf } from '#src/platform/files/index.ts'
import { withDatabase } from '#src/testing/database.ts'
import { aPdf } from '#src/testing/documents.ts'
import {
  aDocument,
  anyPdf,
  documentPeople,
  documentsOn,
  REQUIREMENTS,
  subjectsOf,
} from '#src/testing/shared-documents.ts'
import { DocumentDescription, DocumentId } from './contract.ts'
import {
  addDocument,
  addVersion,
  describeDocument,
  documentsOf,
  findDocument,
  findDocumentFile,
} from './index.ts'

const upload = () => ({ name: 'krav.pdf', bytes: anyPdf() })
const subject = { kind: 'case', id: 'case-1001' } as const

test('what is uploaded comes back byte for byte, under a name that a disk can bear', () =>
  withDatabase(async (db) => {
    const { contributor } = await documentPeople(db)
    const bytes = anyPdf()
    const id = await aDocument(db, contributor, { upload: { name: '..\\..\\krav: natt.PDF', bytes } })

    const found = await findDocumentFile(documentsOn(db), contributor, { id, version: 'newest' })
    if (found?.kind !== 'file') throw new Error('There is no file')
    expect(found.file).toMatchObject({
      name: 'krav natt.pdf',
      originalName: '..\\..\\krav: natt.PDF',
      format: 'pdf',
      size: bytes.byteLength,
    })
    const read = await documentsOn(db).files.read(found.file.sha256)
    if (!read.ok) throw new Error(read.failure.kind)
    expect(Buffer.from(await bytesOf(read.value)).equals(bytes)).toBe(true)
  }))

test('who did it is in the audit, and what happened is an event', () =>
  withDatabase(async (db) => {
    const { contributor, bodo } = await documentPeople(db)
    const id = await aDocument(db, contributor)
    await addVersion(documentsOn(db), contributor, { id, note: 'Rettet', upload: upload() })

    const audit = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('subject', '=', id)
      .orderBy('seq')
      .execute()
    expect(audit).toMatchObject([
      { action: 'document.added', person_id: contributor.personId, organisation_id: bodo, to_version: 1 },
      { action: 'document.version-added', from_version: 1, to_version: 2 },
    ])
    const events = await db
      .selectFrom('event')
      .select('kind')
      .where('subject', '=', id)
      .orderBy('seq')
      .execute()
    expect(events.map(({ kind }) => kind)).toEqual(['document.added', 'document.changed', 'document.changed'])
  }))

test('a new version leaves the old one where it was, and the same file again is told', () =>
  withDatabase(async (db) => {
    const { contributor } = await documentPeople(db)
    const [first, second] = [upload(), upload()]
    const id = await aDocument(db, contributor, { upload: first })
    const deps = documentsOn(db)

    expect(await addVersion(deps, contributor, { id, note: 'Ny frist', upload: second })).toEqual({
      ok: true,
      value: 2,
    })
    expect(await addVersion(deps, contributor, { id, note: '', upload: second })).toEqual({
      ok: false,
      failure: { kind: 'sameAsBefore' },
    })
    expect(await addVersion(deps, contributor, { id, note: 'Tilbake', upload: first })).toMatchObject({
      value: 3,
    })
    const found = await findDocument(documentsOn(db), contributor, id)
    expect(found?.versions.map(({ version, note }) => [version, note])).toEqual([
      [3, 'Tilbake'],
      [2, 'Ny frist'],
      [1, ''],
    ])
    const old = await findDocumentFile(documentsOn(db), contributor, { id, version: 2 })
    expect(old).toMatchObject({ kind: 'file', file: { version: 2 } })
    expect(await findDocumentFile(documentsOn(db), contributor, { id, version: 4 })).toBeNull()
  }))

test('the database itself refuses to change a version', () =>
  withDatabase(async (db) => {
    const { contributor } = await documentPeople(db)
    await aDocument(db, contributor)
    for (const query of [
      sql`update document_version set name = 'annet.pdf'`,
      sql`update document_version set version = 2`,
      sql`update document_version set sha256 = null, erased_at = now(), size = 1`,
      sql`delete from document_version`,
    ]) {
      await sql`savepoint before`.execute(db)
      await expect(query.execute(db)).rejects.toThrow('cannot be changed')
      await sql`rollback to savepoint before`.execute(db)
    }
  }))

test('the same file twice in the same place is one document, and in another place another', () =>
  withDatabase(async (db) => {
    const { contributor, neighbour, bodo, voss } = await documentPeople(db)
    const same = upload()
    const id = await aDocument(db, contributor, { upload: same })
    const deps = documentsOn(db, subjectsOf(bodo))
    const given = { organisation: bodo, subject: null, description: REQUIREMENTS, upload: same }

    expect(await addDocument(deps, contributor, given)).toEqual({
      ok: false,
      failure: { kind: 'alreadyThere', id },
    })
    expect(await addDocument(deps, contributor, { ...given, subject })).toMatchObject({ ok: true })
    expect(await addDocument(deps, neighbour, { ...given, organisation: voss })).toMatchObject({ ok: true })
    const kept = await db.selectFrom('large_file').select('sha256').execute()
    expect(kept).toHaveLength(1)
  }))

test('a file that is refused leaves nothing behind', () =>
  withDatabase(async (db) => {
    const { contributor, bodo } = await documentPeople(db)
    const script = { name: 'krav.pdf', bytes: aPdf({ objects: '<< /S /JavaScript >>' }) }
    const given = { organisation: bodo, subject: null, description: REQUIREMENTS, upload: script }

    expect(await addDocument(documentsOn(db), contributor, given)).toEqual({
      ok: false,
      failure: { kind: 'content', problem: { kind: 'script' } },
    })
    expect(await db.selectFrom('large_file').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('document').selectAll().execute()).toEqual([])
  }))

test('a store that is full or away is told, and no row is written', () =>
  withDatabase(async (db) => {
    const { contributor, bodo } = await documentPeople(db)
    const files = {
      ...documentsOn(db).files,
      keep: async () => ({ ok: false, failure: { kind: 'full' } }) as const,
    }
    const given = { organisation: bodo, subject: null, description: REQUIREMENTS, upload: upload() }
    expect(await addDocument({ ...documentsOn(db), files }, contributor, given)).toEqual({
      ok: false,
      failure: { kind: 'notKept', failure: { kind: 'full' } },
    })
    expect(await db.selectFrom('document').selectAll().execute()).toEqual([])
  }))

test('what it belongs to must be there, and be theirs', () =>
  withDatabase(async (db) => {
    const { contributor, neighbour, bodo, voss } = await documentPeople(db)
    const deps = documentsOn(db, subjectsOf(bodo))
    const given = { description: REQUIREMENTS, upload: upload(), subject }

    expect(await addDocument(deps, neighbour, { ...given, organisation: voss })).toMatchObject({
      failure: { kind: 'subjectOfOthers' },
    })
    const missing = { ...given, organisation: bodo, subject: { kind: 'case', id: 'case-9' } as const }
    expect(await addDocument(deps, contributor, missing)).toMatchObject({
      failure: { kind: 'subjectNotFound' },
    })
    const none = { ...given, organisation: bodo }
    expect(await addDocument({ ...deps, subjects: [] }, contributor, none)).toMatchObject({
      failure: { kind: 'subjectNotFound' },
    })
    expect(await addDocument(deps, contributor, none)).toMatchObject({ ok: true })
    expect(await documentsOf(db, null, subject)).toEqual([])
    expect(await documentsOf(db, contributor, subject)).toHaveLength(1)
  }))

test('what is said about it is changed, unless somebody has done so meanwhile', () =>
  withDatabase(async (db) => {
    const { contributor, coordinator } = await documentPeople(db)
    const id = await aDocument(db, contributor)
    const changed = { ...REQUIREMENTS, title: 'Krav til nattro', visibility: 'all' } as const

    expect(
      await describeDocument(documentsOn(db), coordinator, { id, revision: 1, description: changed }),
    ).toEqual({
      ok: true,
      value: null,
    })
    const late = { id, revision: 1, description: { ...REQUIREMENTS, title: 'Noe helt annet' } }
    expect(await describeDocument(documentsOn(db), contributor, late)).toMatchObject({
      failure: { kind: 'changedMeanwhile', now: { title: 'Krav til nattro', revision: 2 } },
    })
    expect(await findDocument(documentsOn(db), null, id)).toMatchObject({ title: 'Krav til nattro' })
    const audit = await db
      .selectFrom('audit_entry')
      .select('details')
      .where('action', '=', 'document.described')
      .execute()
    expect(audit).toEqual([
      {
        details: {
          title: { from: 'Kravspesifikasjon for nattro', to: 'Krav til nattro' },
          visibility: { from: 'organisation', to: 'all' },
        },
      },
    ])
  }))

test('what people type is cleaned, and what is too short or not chosen is told', () => {
  const parsed = DocumentDescription.safeParse({
    ...REQUIREMENTS,
    title: '  Krav\u202e til\u0000 nattro ',
    step: '',
    description: 'a\r\nb',
  })
  expect(parsed.data).toMatchObject({ title: 'Krav til nattro', step: null, description: 'a\nb' })
  const wrong = DocumentDescription.safeParse({ title: '\u200b', description: 'x'.repeat(2001) })
  expect(wrong.error?.issues.map(({ path, message }) => `${path.join()} ${message}`)).toEqual([
    'title title.short',
    'kind kind.missing',
    'language language.missing',
    'description description.long',
    'rightsOwner rightsOwner.missing',
    'licence licence.missing',
    'visibility visibility.missing',
  ])
  expect(DocumentId.safeParse('1 or 1=1').success).toBe(false)
})

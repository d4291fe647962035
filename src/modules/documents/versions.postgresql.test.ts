import { expect, test } from 'vitest'
import { largeFiles } from '#src/platform/files/index.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import {
  aDocument,
  anyPdf,
  documentPeople,
  documentsOn,
  REQUIREMENTS,
} from '#src/testing/shared-documents.ts'
import {
  addDocument,
  addVersion,
  describeDocument,
  fileTidying,
  findDocument,
  withdrawDocument,
} from './index.ts'

const range = (length: number) => Array.from({ length }, (_, at) => at)

test('twelve who upload a version at once get a number each, none is lost, and the audit has them all', () =>
  withOwnDatabase(async (db) => {
    const { contributor, coordinator } = await documentPeople(db)
    const id = await aDocument(db, contributor)
    const outcomes = await Promise.all(
      range(12).map((at) =>
        addVersion(documentsOn(db), at % 2 ? contributor : coordinator, {
          id,
          note: `nummer ${at}`,
          upload: { name: 'krav.pdf', bytes: anyPdf() },
        }),
      ),
    )
    const numbers = outcomes.map((one) => (one.ok ? one.value : one.failure.kind))
    expect(numbers.toSorted((a, b) => Number(a) - Number(b))).toEqual(range(12).map((at) => at + 2))
    const found = await findDocument(documentsOn(db), contributor, id)
    expect(found?.currentVersion).toBe(13)
    expect(new Set(found?.versions.map(({ sha256 }) => sha256)).size).toBe(13)
    const audit = await db.selectFrom('audit_entry').select('to_version').where('subject', '=', id).execute()
    expect(audit).toHaveLength(13)
  }))

test('a form that is sent five times at once makes one document', () =>
  withOwnDatabase(async (db) => {
    const { contributor, bodo } = await documentPeople(db)
    const upload = { name: 'krav.pdf', bytes: anyPdf() }
    const given = { organisation: bodo, subject: null, description: REQUIREMENTS, upload }
    const outcomes = await Promise.all(range(5).map(() => addDocument(documentsOn(db), contributor, given)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((one) => !one.ok && one.failure.kind === 'alreadyThere')).toHaveLength(4)
  }))

test('of those who change the same words at once one is let through, and the others are told', () =>
  withOwnDatabase(async (db) => {
    const { contributor } = await documentPeople(db)
    const id = await aDocument(db, contributor)
    const outcomes = await Promise.all(
      range(6).map((at) =>
        describeDocument(documentsOn(db), contributor, {
          id,
          revision: 1,
          description: { ...REQUIREMENTS, title: `Tittel ${at}` },
        }),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await findDocument(documentsOn(db), contributor, id))?.revision).toBe(2)
  }))

test('a version that comes as the document is withdrawn is either in it or refused', () =>
  withOwnDatabase(async (db) => {
    const { contributor } = await documentPeople(db)
    for (const round of range(6)) {
      const id = await aDocument(db, contributor)
      const upload = { name: 'krav.pdf', bytes: anyPdf() }
      const [version, withdrawn] = await Promise.all([
        addVersion(documentsOn(db), contributor, { id, note: '', upload }),
        withdrawDocument(documentsOn(db), contributor, { id, cause: 'secret', reason: 'Priser' }),
      ])
      expect(withdrawn.ok, String(round)).toBe(true)
      const found = await findDocument(documentsOn(db), contributor, id)
      expect(found?.versions).toHaveLength(version.ok ? 2 : 1)
      expect(found?.versions.every(({ sha256 }) => sha256 === null)).toBe(true)
    }
  }))

test('tidying at the moment somebody uploads the same file again never takes it away', () =>
  withOwnDatabase(async (db) => {
    const { contributor, bodo } = await documentPeople(db)
    const later = () => new Date('2026-11-30T12:00:00Z')
    for (const round of range(8)) {
      const upload = { name: 'krav.pdf', bytes: anyPdf() }
      await documentsOn(db).files.keep(upload.bytes)
      const deps = { ...documentsOn(db), now: later }
      const tidying = fileTidying({ ...deps, log: { error: () => {} } })
      // As another process would: asked for long ago, and asked for again now.
      const files = { ...deps.files, keep: largeFiles({ db, now: later, shelves: deps.files.shelves }).keep }
      const given = { organisation: bodo, subject: null, description: REQUIREMENTS, upload }
      const [added] = await Promise.all([
        addDocument({ ...deps, files }, contributor, given),
        tidying.run(new AbortController().signal),
      ])
      if (!added.ok) throw new Error(added.failure.kind)
      const found = await findDocument(documentsOn(db), contributor, added.value)
      const read = await deps.files.read(found?.versions[0]?.sha256 ?? '')
      expect(read.ok, String(round)).toBe(true)
    }
  }))

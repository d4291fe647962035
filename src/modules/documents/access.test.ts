import { expect, test } from 'vitest'
import { openToAdviser } from '#src/modules/identity/index.ts'
import { newId } from '#src/platform/ids.ts'
import { withDatabase } from '#src/testing/database.ts'
import {
  aDocument,
  anyPdf,
  documentPeople,
  documentsOn,
  REQUIREMENTS,
  subjectsOf,
} from '#src/testing/shared-documents.ts'
import { BankFilter, DocumentId, VISIBILITIES, type Visibility } from './contract.ts'
import {
  addDocument,
  addVersion,
  describeDocument,
  documentBank,
  documentsOf,
  findDocument,
  findDocumentFile,
  withdrawDocument,
} from './index.ts'

type Who = Exclude<keyof Awaited<ReturnType<typeof documentPeople>>, 'bodo' | 'voss'>

/** For a document of Bodø, in the order it is opened: the first visibility at which each sees it. */
const SEES_FROM: Readonly<Record<Who, Visibility>> = {
  reader: 'organisation',
  contributor: 'organisation',
  coordinator: 'organisation',
  consultant: 'organisation',
  neighbour: 'public-employees',
  adviser: 'all',
  supplier: 'all',
  curator: 'all',
  administrator: 'all',
  nobody: 'all',
}
const everyone = Object.keys(SEES_FROM) as Who[]

test.each(VISIBILITIES)('a document for «%s» is seen, found and given out by the same people', (visibility) =>
  withDatabase(async (db) => {
    const people = await documentPeople(db)
    const subject = { kind: 'case', id: 'case-1001' } as const
    const id = await aDocument(db, people.coordinator, { subject, description: { visibility } })
    const seen: Partial<Record<Who, boolean[]>> = {}
    for (const who of everyone) {
      const reader = people[who]
      seen[who] = [
        (await findDocument(documentsOn(db), reader, id)) !== null,
        (await findDocumentFile(documentsOn(db), reader, { id, version: 1 })) !== null,
        (await findDocumentFile(documentsOn(db), reader, { id, version: 'newest' })) !== null,
        (await documentBank(documentsOn(db), reader, BankFilter.parse({}))).total === 1,
        (await documentBank(documentsOn(db), reader, BankFilter.parse({ q: 'nattro' }))).documents.length ===
          1,
        (await documentsOf(db, reader, subject)).length === 1,
      ]
    }
    const expected = everyone.map((who) => [
      who,
      Array(6).fill(VISIBILITIES.indexOf(SEES_FROM[who]) <= VISIBILITIES.indexOf(visibility)),
    ])
    expect(seen).toEqual(Object.fromEntries(expected))
  }),
)

test('what belongs to a draft is seen by its organisation alone, whatever it is to be shown to', () =>
  withDatabase(async (db) => {
    const people = await documentPeople(db)
    const subject = { kind: 'draft', id: 'case-1001' } as const
    const id = await aDocument(db, people.coordinator, { subject, description: { visibility: 'all' } })
    for (const who of everyone) {
      const own = SEES_FROM[who] === 'organisation'
      expect((await findDocument(documentsOn(db), people[who], id)) !== null, who).toBe(own)
      expect((await documentBank(documentsOn(db), people[who], BankFilter.parse({}))).total, who).toBe(
        own ? 1 : 0,
      )
    }
  }))

/** What each may do with a document of Bodø that everyone sees, and with one that Bodø keeps to itself. */
const MAY: Readonly<Record<Exclude<Who, 'nobody'>, { readonly open: string; readonly own: string }>> = {
  reader: { open: '', own: '' },
  contributor: { open: 'version describe withdraw', own: 'version describe withdraw' },
  coordinator: { open: 'version describe withdraw', own: 'version describe withdraw' },
  consultant: { open: 'version describe withdraw', own: 'version describe withdraw' },
  neighbour: { open: '', own: 'not there' },
  adviser: { open: '', own: 'not there' },
  supplier: { open: '', own: 'not there' },
  curator: { open: 'withdraw', own: 'not there' },
  administrator: { open: '', own: 'not there' },
}

test.each(Object.keys(MAY) as (keyof typeof MAY)[])('what a %s may do with the documents of Bodø', (who) =>
  withDatabase(async (db) => {
    const people = await documentPeople(db)
    const actor = people[who]
    const deps = documentsOn(db)
    for (const kind of ['open', 'own'] as const) {
      const visibility = kind === 'open' ? 'all' : 'organisation'
      const id = await aDocument(db, people.coordinator, { description: { visibility } })
      const upload = { name: 'ny.pdf', bytes: anyPdf() }
      const tried = {
        version: await addVersion(deps, actor, { id, note: '', upload }),
        describe: await describeDocument(deps, actor, {
          id,
          revision: 1,
          description: { ...REQUIREMENTS, visibility },
        }),
        withdraw: await withdrawDocument(deps, actor, { id, cause: 'wrong', reason: 'Feil fil' }),
      }
      const done = Object.entries(tried).filter(([, { ok }]) => ok)
      const hidden = Object.values(tried).every((one) => !one.ok && one.failure.kind === 'documentNotFound')
      expect(hidden ? 'not there' : done.map(([what]) => what).join(' '), kind).toBe(MAY[who][kind])
    }
  }),
)

test('a guessed id is answered like one that was never given', () =>
  withDatabase(async (db) => {
    const { contributor, neighbour } = await documentPeople(db)
    const secret = await aDocument(db, contributor)
    const deps = documentsOn(db)
    const upload = { name: 'ny.pdf', bytes: anyPdf() }
    for (const id of [secret, DocumentId.parse(newId())]) {
      expect(await findDocument(documentsOn(db), neighbour, id)).toBeNull()
      expect(await addVersion(deps, neighbour, { id, note: '', upload })).toEqual({
        ok: false,
        failure: { kind: 'documentNotFound' },
      })
    }
  }))

test('who may upload, for whom, and who may show it to everyone', () =>
  withDatabase(async (db) => {
    const people = await documentPeople(db)
    const { bodo } = people
    const tried = async (who: Exclude<Who, 'nobody'>, visibility: Visibility) => {
      const upload = { name: 'krav.pdf', bytes: anyPdf() }
      const description = { ...REQUIREMENTS, visibility }
      const given = { organisation: bodo, subject: null, description, upload }
      const added = await addDocument(documentsOn(db, subjectsOf(bodo)), people[who], given)
      return added.ok ? 'added' : added.failure.kind
    }
    for (const who of ['reader', 'neighbour', 'adviser', 'supplier', 'curator', 'administrator'] as const) {
      expect(await tried(who, 'organisation'), who).toBe('mayNotAdd')
    }
    expect(await tried('contributor', 'public-employees')).toBe('added')
    expect(await tried('contributor', 'all')).toBe('coordinatorNeeded')
    expect(await tried('consultant', 'all')).toBe('coordinatorNeeded')
    expect(await tried('coordinator', 'all')).toBe('added')
    const id = await aDocument(db, people.contributor)
    const opened = { id, revision: 1, description: { ...REQUIREMENTS, visibility: 'all' as const } }
    expect(await describeDocument(documentsOn(db), people.contributor, opened)).toMatchObject({
      failure: { kind: 'coordinatorNeeded' },
    })
  }))

test('an adviser sees what has been opened until the day it said, each time is noted, and a draft never', () =>
  withDatabase(async (db) => {
    const { coordinator, adviser, bodo } = await documentPeople(db)
    const id = await aDocument(db, coordinator)
    const ofDraft = await aDocument(db, coordinator, { subject: { kind: 'draft', id: 'case-1001' } })
    const deps = documentsOn(db)
    const own = BankFilter.parse({ organisation: bodo })
    expect(await findDocument(deps, adviser, id)).toBeNull()
    expect((await documentBank(deps, adviser, own)).total).toBe(0)

    const endsOn = Temporal.PlainDate.from('2026-12-01')
    const terms = { adviser: adviser.personId, scope: 'documents', purpose: 'Råd om krav', endsOn }
    expect(await openToAdviser(deps, coordinator, terms)).toMatchObject({ ok: true })
    expect(await findDocument(deps, adviser, id)).toMatchObject({ id })
    expect(await findDocumentFile(deps, adviser, { id, version: 1 })).toMatchObject({ kind: 'file' })
    expect((await documentBank(deps, adviser, own)).documents.map((one) => one.id)).toEqual([id])
    expect(await findDocument(deps, adviser, ofDraft)).toBeNull()
    expect(
      (await documentBank(deps, adviser, BankFilter.parse({}))).total,
      'only where it is asked for',
    ).toBe(0)
    const seen = await db
      .selectFrom('audit_entry')
      .select('subject')
      .where('action', '=', 'adviser-access.seen')
      .where('organisation_id', '=', bodo)
      .orderBy('seq')
      .execute()
    expect(seen.map(({ subject }) => subject)).toEqual([id, id, bodo])
    const after = { ...deps, now: () => new Date('2026-12-02T12:00:00Z') }
    expect(await findDocument(after, adviser, id)).toBeNull()
  }))

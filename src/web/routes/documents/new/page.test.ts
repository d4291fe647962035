import { expect, test } from 'vitest'
import type { CaseContent } from '#src/modules/catalogue/contract.ts'
import { addCase } from '#src/modules/catalogue/index.ts'
import { LARGEST_BYTES } from '#src/modules/documents/contract.ts'
import { documentsOf } from '#src/modules/documents/index.ts'
import { withDatabase } from '#src/testing/database.ts'
import { aPdf } from '#src/testing/documents.ts'
import { documentPeople, documentsAt, REQUIREMENTS } from '#src/testing/shared-documents.ts'
import { file, filled, visitWithFile as visit } from '#src/testing/visit-documents.ts'
import * as documentPage from '#src/web/routes/documents/document/page.tsx'
import * as newPage from './page.tsx'

const now = () => documentsAt
const A_CASE: CaseContent = {
  language: 'nb',
  identity: { kind: 'procurement', level: 'short', title: 'Nattro', themes: [] },
  who: { parties: [], suppliers: [], joint: false },
  steps: [],
  effects: [],
  lessons: [],
  provenance: { sources: [{ title: 'Bodø kommune' }], confidence: 'high' },
}

const idIn = (location: string | null) => /dokumenter\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? ''

test('a document is uploaded, and its page says that it was', () =>
  withDatabase(async (db) => {
    const { contributor, bodo } = await documentPeople(db)
    const path = '/nn/dokumenter/ny'
    const sent = await visit(db, contributor, newPage, { path, form: filled(bodo) })
    expect(sent.status).toBe(303)
    expect(sent.location).toMatch(/^\/nn\/dokumenter\/[0-9a-f-]{36}\?gjort=lastet-opp$/)
    const page = await visit(db, contributor, documentPage, {
      path: sent.location ?? '',
      id: idIn(sent.location),
    })
    expect(page.data).toMatchObject({
      done: 'document.done.added',
      view: { title: REQUIREMENTS.title, organisation: 'Bodø kommune', versions: [{ name: 'krav.pdf' }] },
    })
  }))

test('everything that is wrong is told at once, and what was typed is kept', () =>
  withDatabase(async (db) => {
    const { contributor } = await documentPeople(db)
    const form = {
      title: ' ',
      kind: 'nonsense',
      theme: '<script>',
      description: 'Det jeg skrev',
      organisation: 'x',
      file: file(aPdf({ objects: '<< /JavaScript >>' })),
    }
    const sent = await visit(db, contributor, newPage, { path: '/dokumenter/ny', form })
    expect(sent.status).toBe(422)
    const { errors, typed } = sent.data as { errors: Record<string, string>; typed: Record<string, string> }
    expect(Object.keys(errors).toSorted()).toEqual(
      [
        ...['file', 'kind', 'language', 'licence', 'noPersonalData', 'noSecrets', 'organisation'],
        ...['rightsOwner', 'theme', 'title', 'visibility'],
      ].toSorted(),
    )
    expect(errors.file).toContain('skript')
    expect(Object.values(errors).every((text) => !text.includes('{'))).toBe(true)
    expect(typed).toMatchObject({ description: 'Det jeg skrev', kind: 'nonsense' })
  }))

test.each([
  [{ file: new File([], '') }, 422, 'Velg en fil'],
  [{ file: file(Buffer.alloc(LARGEST_BYTES + 1)) }, 413, 'større enn 25 MB'],
  [{ file: file(Buffer.from('MZ  '), 'faktura.pdf') }, 422, 'program'],
  [{ file: file(aPdf(), 'krav.docx') }, 422, 'heter .docx, men innholdet er PDF'],
] as const)('a file that is not taken in is told why: %#', (changes, status, words) =>
  withDatabase(async (db) => {
    const { contributor, bodo } = await documentPeople(db)
    const form = filled(bodo, { description: 'Beholdt', ...changes })
    const sent = await visit(db, contributor, newPage, { path: '/dokumenter/ny', form })
    expect(sent.status).toBe(status)
    expect(sent.data).toMatchObject({
      errors: { file: expect.stringContaining(words) },
      typed: { description: 'Beholdt' },
    })
  }),
)

test.each([
  [{ visibility: 'all' }, 'visibility', 'Bare en koordinator'],
  [{ rightsOwner: 'consultant', licence: 'cc-by-4.0' }, 'licence', 'CC BY 4.0 kan bare'],
  [{ rightsOwner: 'consultant', visibility: 'public-employees' }, 'permission', 'Skriv hvem som har sagt ja'],
  [{ rightsOwner: 'unknown', visibility: 'public-employees' }, 'rightsOwner', 'Finn ut hvem som eier'],
] as const)('what may not be shared so is told at its field: %o', (changes, field, words) =>
  withDatabase(async (db) => {
    const { contributor, bodo } = await documentPeople(db)
    const form = filled(bodo, changes)
    const sent = await visit(db, contributor, newPage, { path: '/dokumenter/ny', form })
    expect(sent).toMatchObject({ status: 422, data: { errors: { [field]: expect.stringContaining(words) } } })
  }),
)

test('the same file again leads to the one that is there', () =>
  withDatabase(async (db) => {
    const { contributor, bodo } = await documentPeople(db)
    const form = filled(bodo)
    const [first, second] = [
      await visit(db, contributor, newPage, { path: '/dokumenter/ny', form }),
      await visit(db, contributor, newPage, { path: '/dokumenter/ny', form }),
    ]
    expect(second).toMatchObject({ status: 422, data: { existing: `/dokumenter/${idIn(first.location)}` } })
  }))

test('a document goes with a case of one’s own; with that of others it may stand in the bank', () =>
  withDatabase(async (db) => {
    const { contributor, neighbour, bodo, voss } = await documentPeople(db)
    const added = await addCase({ db, now }, contributor, {
      content: A_CASE,
      note: null,
      organisation: bodo,
    })
    if (!added.ok) throw new Error(added.failure.kind)
    const path = `/dokumenter/ny?for=${added.value}`
    expect((await visit(db, contributor, newPage, { path })).data).toMatchObject({
      for: added.value,
      subject: { title: 'Nattro', isTheirs: true },
    })
    const sent = await visit(db, contributor, newPage, { path, form: filled(bodo, { for: added.value }) })
    expect(sent.status).toBe(303)
    const subject = { kind: 'case', id: added.value } as const
    expect(await documentsOf(db, contributor, subject)).toHaveLength(1)

    expect((await visit(db, neighbour, newPage, { path })).data).toMatchObject({
      for: '',
      subject: { title: 'Nattro', isTheirs: false },
    })
    const forced = await visit(db, neighbour, newPage, { path, form: filled(voss, { for: added.value }) })
    expect(forced.status).toBe(403)
    for (const missing of ['case-9', 'case-0001', '../etc', '00000000-0000-7000-8000-000000000000']) {
      const asked = { path: `/dokumenter/ny?for=${encodeURIComponent(missing)}` }
      expect((await visit(db, contributor, newPage, asked)).status, missing).toBe(404)
    }
  }))

test('one uploads for those one writes for, and for no others', () =>
  withDatabase(async (db) => {
    const { contributor, neighbour, reader, bodo } = await documentPeople(db)
    expect((await visit(db, contributor, newPage, { path: '/dokumenter/ny' })).data).toMatchObject({
      organisations: [{ text: 'Bodø kommune' }],
    })
    expect((await visit(db, reader, newPage, { path: '/dokumenter/ny' })).status).toBe(403)
    const signIn = await visit(db, null, newPage, { path: '/dokumenter/ny?for=case-016' })
    expect(signIn.location).toBe('/logg-inn?til=%2Fdokumenter%2Fny%3Ffor%3Dcase-016')
    expect((await visit(db, null, newPage, { path: '/dokumenter/ny', form: filled(bodo) })).status).toBe(401)
    expect((await visit(db, neighbour, newPage, { path: '/dokumenter/ny', form: filled(bodo) })).status).toBe(
      403,
    )
  }))

import { expect, test } from 'vitest'
import { caseOwnership, findCase } from '#src/modules/catalogue/index.ts'
import { PUBLIC_READER, SearchQuery } from '#src/modules/search/contract.ts'
import { openSearch } from '#src/open-search.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { aDraft, anExperience, municipalityId, written } from '#src/testing/sharing.ts'
import { DraftId } from './contract.ts'
import {
  answerChange,
  askForChanges,
  discardDraft,
  draftsOf,
  growDraft,
  publishDraft,
  readDraft,
  rebaseDraft,
  saveStep,
  startDraft,
  stepCalled,
  submitDraft,
  submittedDrafts,
  takeBackDraft,
} from './index.ts'

const now = () => new Date('2026-11-22T10:41:00Z')

test('an experience is written, submitted, published by a colleague, and found', () =>
  withCatalogue(async (db) => {
    const { kari, ola, bodo } = await people(db)
    const draft = await anExperience({ db, now }, kari)
    await submitDraft({ db, now }, kari, { id: draft.id, version: draft.version })

    const published = await publishDraft({ db, now }, ola, { id: draft.id, version: draft.version + 1 })

    if (!published.ok) throw new Error(published.failure.kind)
    const found = await findCase(db, published.value)
    expect(found).toMatchObject({
      status: 'found',
      case: {
        origin: 'person',
        version: 1,
        content: {
          identity: { title: 'Nattro med sensor', level: 'experience' },
          lessons: [{ text: 'Spør nattevaktene først.' }],
          provenance: { sources: [{ title: 'Bodø kommune' }] },
        },
        parties: [{ name: 'Bodø kommune', role: 'lead', organisation: { id: bodo } }],
      },
    })
    expect((await caseOwnership(db, published.value)).owner?.id).toBe(bodo)
    const search = openSearch({ db, now })
    await search.rebuild()
    const hits = await search.search(SearchQuery.parse({ q: 'nattevaktene' }), PUBLIC_READER)
    expect(hits.hits.map((hit) => hit.id)).toContain(published.value)
    await search.close()
  }))

test('who wrote it does not publish it alone; a coordinator answers for the organisation and may', () =>
  withCatalogue(async (db) => {
    const { kari, chief } = await people(db)
    const draft = await anExperience({ db, now }, kari)
    const submitted = await submitDraft({ db, now }, kari, { id: draft.id, version: draft.version })
    if (!submitted.ok) throw new Error(submitted.failure.kind)
    const { id, version } = submitted.value

    expect(await publishDraft({ db, now }, kari, { id, version })).toMatchObject({
      failure: { kind: 'notAllowed' },
    })
    expect(await publishDraft({ db, now }, chief, { id, version })).toMatchObject({ ok: true })

    const own = await anExperience({ db, now }, chief)
    expect(await publishDraft({ db, now }, chief, own)).toMatchObject({ ok: true })
  }))

test('a consultant writes and does not publish; a colleague publishes only what is submitted', () =>
  withCatalogue(async (db) => {
    const { kari, ola, bodo } = await people(db)
    const adviser = await aPerson(db, { organisation: bodo, roles: ['consultant'] })
    const draft = await anExperience({ db, now }, kari)
    expect(await publishDraft({ db, now }, ola, draft)).toMatchObject({ failure: { kind: 'notAllowed' } })
    const submitted = await submitDraft({ db, now }, adviser, draft)
    if (!submitted.ok) throw new Error(submitted.failure.kind)
    expect(await publishDraft({ db, now }, adviser, submitted.value)).toMatchObject({
      failure: { kind: 'notAllowed' },
    })
  }))

test('the draft of another organisation looks as if it did not exist, whatever one tries', () =>
  withCatalogue(async (db) => {
    const { kari } = await people(db)
    const stranger = await aPerson(db, {
      organisation: await municipalityId(db, '4621'),
      roles: ['coordinator'],
    })
    const draft = await anExperience({ db, now }, kari)
    const { id, version } = draft
    const step = stepCalled('experience', 'erfaring')
    const typed = { identity: { title: 'Overskrevet' } }
    const request = { block: 'experience' as const, text: 'Endre' }
    const answers = [
      await saveStep({ db, now }, stranger, { id, from: version, parts: step?.parts ?? [], typed }),
      await submitDraft({ db, now }, stranger, { id, version }),
      await publishDraft({ db, now }, stranger, { id, version }),
      await takeBackDraft({ db, now }, stranger, id),
      await discardDraft({ db, now }, stranger, id),
      await growDraft({ db, now }, stranger, { id, size: 'full' }),
      await askForChanges({ db, now }, stranger, { id, request }),
      await answerChange({ db, now }, stranger, { id, comment: newId() }),
      await rebaseDraft({ db, now }, stranger, id),
    ]
    expect(answers.map((one) => (one.ok ? 'ok' : one.failure.kind))).toEqual(
      answers.map(() => 'draftNotFound'),
    )
    expect(await readDraft(db, stranger, id)).toBeNull()
    expect(await draftsOf(db, stranger)).toEqual([])
    expect(await readDraft(db, kari, id)).toEqual(draft)
  }))

test('a reader of the organisation, and an administrator, see no drafts; a curator those that are submitted', () =>
  withCatalogue(async (db) => {
    const { kari, bodo, curator } = await people(db)
    const reader = await aPerson(db, { organisation: bodo, roles: ['reader'] })
    const administrator = await aPerson(db, { roles: ['administrator'] })
    const draft = await anExperience({ db, now }, kari)
    for (const other of [reader, administrator, curator])
      expect(await readDraft(db, other, draft.id)).toBeNull()
    await submitDraft({ db, now }, kari, draft)
    for (const other of [reader, administrator]) expect(await readDraft(db, other, draft.id)).toBeNull()
    expect((await submittedDrafts(db, curator)).map((one) => one.id)).toEqual([draft.id])
    expect(await submittedDrafts(db, kari)).toEqual([])
  }))

test('nobody begins a draft for an organisation they do not write for', () =>
  withCatalogue(async (db) => {
    const { kari, bodo } = await people(db)
    const asked = {
      id: DraftId.parse(newId()),
      size: 'short' as const,
      language: 'nb' as const,
      from: { kind: 'nothing' as const },
    }
    const voss = await municipalityId(db, '4621')
    expect(await startDraft({ db, now }, kari, { ...asked, organisation: voss })).toMatchObject({
      failure: { kind: 'notAllowed' },
    })
    const reader = await aPerson(db, { organisation: bodo, roles: ['reader'] })
    expect(await startDraft({ db, now }, reader, { ...asked, organisation: bodo })).toMatchObject({
      failure: { kind: 'notAllowed' },
    })
  }))

test('a form that is sent twice begins one draft', () =>
  withCatalogue(async (db) => {
    const { kari } = await people(db)
    const id = DraftId.parse(newId())
    const [one, other] = [await aDraft({ db, now }, kari, { id }), await aDraft({ db, now }, kari, { id })]
    expect(other).toEqual(one)
    expect(await draftsOf(db, kari)).toHaveLength(1)
  }))

test('what is typed wrong is kept, and stops the submitting', () =>
  withCatalogue(async (db) => {
    const { kari } = await people(db)
    const begun = await aDraft({ db, now }, kari, { size: 'short' })
    const typed = { identity: { title: 'N', fromYear: 'i fjor' } }
    const draft = await written({ db, now }, kari, { draft: begun, typed })
    expect(draft.content.identity).toEqual(typed.identity)
    const answer = await submitDraft({ db, now }, kari, draft)
    expect(answer).toMatchObject({ failure: { kind: 'notComplete' } })
    expect(!answer.ok && answer.failure.kind === 'notComplete' && answer.failure.problems).toContainEqual({
      path: 'identity.fromYear',
      reason: 'notNumber',
    })
  }))

test('a submitted draft stands still until it is taken back', () =>
  withCatalogue(async (db) => {
    const { kari } = await people(db)
    const draft = await anExperience({ db, now }, kari)
    await submitDraft({ db, now }, kari, draft)
    const typed = { approach: 'Noe annet' }
    const parts = stepCalled('experience', 'erfaring')?.parts ?? []
    const saving = { id: draft.id, from: draft.version + 1, parts, typed }
    expect(await saveStep({ db, now }, kari, saving)).toMatchObject({ failure: { kind: 'wrongStatus' } })
    const back = await takeBackDraft({ db, now }, kari, draft.id)
    expect(back).toMatchObject({ value: { status: 'draft', submittedBy: null } })
  }))

test('an experience grows into a full case and loses nothing', () =>
  withCatalogue(async (db) => {
    const { kari } = await people(db)
    const draft = await anExperience({ db, now }, kari)
    const grown = await growDraft({ db, now }, kari, { id: draft.id, size: 'full' })
    expect(grown).toMatchObject({ value: { size: 'full', content: draft.content } })
    const back = await growDraft({ db, now }, kari, { id: draft.id, size: 'short' })
    expect(back).toMatchObject({ value: { size: 'full' } })
  }))

async function people(db: Database) {
  const bodo = await municipalityId(db, '1804')
  return {
    bodo,
    kari: await aPerson(db, { name: 'Kari', organisation: bodo }),
    ola: await aPerson(db, { name: 'Ola', organisation: bodo }),
    chief: await aPerson(db, { name: 'Anne', organisation: bodo, roles: ['coordinator'] }),
    curator: await aPerson(db, { name: 'Redaktør', roles: ['curator'] }),
  }
}

import { expect, test } from 'vitest'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { confirmCase, findCase, findCaseVersion, reviseCase } from '#src/modules/catalogue/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { aDraft, anExperience, municipalityId, written } from '#src/testing/sharing.ts'
import { DraftId } from './contract.ts'
import {
  answerChange,
  askForCaseChanges,
  askForChanges,
  commentsOfCase,
  commentsOfDraft,
  discardDraft,
  draftsOf,
  publishDraft,
  readDraft,
  rebaseDraft,
  startDraft,
  submitDraft,
} from './index.ts'

const now = () => new Date('2026-11-22T10:41:00Z')
const agder = CaseId.parse('case-016')

test('a curator asks for changes at a block; the writer answers, submits again and it is published', () =>
  withCatalogue(async (db) => {
    const { kari, ola, curator } = await people(db)
    const draft = await anExperience({ db, now }, kari)
    const { id } = draft
    await submitDraft({ db, now }, kari, draft)
    const request = { block: 'experience' as const, text: 'Hvilke sensorer?' }
    const asked = await askForChanges({ db, now }, curator, { id, request })
    expect(asked).toMatchObject({ value: { status: 'changes-requested' } })

    const [comment] = await commentsOfDraft(db, id)
    expect(comment).toMatchObject({ block: 'experience', text: 'Hvilke sensorer?', resolvedAt: null })
    await answerChange({ db, now }, kari, { id, comment: comment?.id ?? '' })
    const open = await readDraft(db, kari, id)
    if (!open) throw new Error('The draft is gone')
    const better = await written({ db, now }, kari, {
      draft: open,
      typed: { approach: 'Tre sensorer i seng' },
    })
    const submitted = await submitDraft({ db, now }, kari, better)
    if (!submitted.ok) throw new Error(submitted.failure.kind)
    expect(await publishDraft({ db, now }, ola, submitted.value)).toMatchObject({ ok: true })
    expect((await commentsOfDraft(db, id)).every((one) => one.resolvedAt !== null)).toBe(true)
  }))

test('what is published is what was read: a draft that has changed is not', () =>
  withCatalogue(async (db) => {
    const { chief } = await people(db)
    const draft = await anExperience({ db, now }, chief)
    await written({ db, now }, chief, { draft, typed: { approach: 'Noe annet' } })
    expect(await publishDraft({ db, now }, chief, draft)).toMatchObject({
      failure: { kind: 'changedMeanwhile', version: draft.version + 1 },
    })
  }))

test('a published case is corrected in a draft, and becomes the next version with why', () =>
  withCatalogue(async (db) => {
    const { chief } = await people(db)
    const draft = await anExperience({ db, now }, chief)
    const published = await publishDraft({ db, now }, chief, draft)
    if (!published.ok) throw new Error(published.failure.kind)
    const id = published.value
    const correction = await aDraft({ db, now }, chief, { from: { kind: 'case', id } })
    const again = await aDraft({ db, now }, chief, { from: { kind: 'case', id } })
    expect(again.id).toBe(correction.id)
    const better = await written({ db, now }, chief, {
      draft: correction,
      typed: { lessons: [{ $key: 'r0', text: 'Spør nattevaktene, og mål først.' }] },
    })
    expect(await publishDraft({ db, now }, chief, better)).toEqual({ ok: true, value: id })
    expect(await findCase(db, id)).toMatchObject({
      case: { version: 2, content: { lessons: [{ text: 'Spør nattevaktene, og mål først.' }] } },
    })
    expect(await findCaseVersion(db, id, 1)).toMatchObject({
      content: { lessons: [{ text: 'Spør nattevaktene først.' }] },
    })
  }))

test('a starter case is corrected by one who took part, who answers for it from then on; others may not', () =>
  withCatalogue(async (db) => {
    const kristiansand = await municipalityId(db, '4204')
    const actor = await aPerson(db, { organisation: kristiansand, roles: ['coordinator'] })
    const draft = await aDraft({ db, now }, actor, { from: { kind: 'case', id: agder } })
    expect(draft).toMatchObject({ caseId: agder, basedOn: 1, origin: { kind: 'case', id: agder } })

    const { kari, bodo } = await people(db)
    const asked = {
      id: DraftId.parse(newId()),
      organisation: bodo,
      size: 'full' as const,
      language: 'nb' as const,
    }
    expect(
      await startDraft({ db, now }, kari, { ...asked, from: { kind: 'case', id: agder } }),
    ).toMatchObject({
      failure: { kind: 'notTheirs' },
    })
  }))

test('what a curator has corrected meanwhile is taken in, and the draft’s own text stays', () =>
  withCatalogue(async (db) => {
    const { curator } = await people(db)
    const kristiansand = await municipalityId(db, '4204')
    const actor = await aPerson(db, { organisation: kristiansand, roles: ['coordinator'] })
    await confirmCase({ db, now }, actor, { id: agder, version: 1, organisation: kristiansand })
    const draft = await aDraft({ db, now }, actor, { from: { kind: 'case', id: agder } })
    const found = await findCase(db, agder)
    if (found?.status !== 'found') throw new Error('The case is not there')
    const { content } = found.case
    const corrected = {
      ...content,
      identity: { ...content.identity, title: 'Trygghet hjemme', award: 'Pris 2020' },
    }
    await reviseCase({ db, now }, curator, {
      id: agder,
      from: 1,
      content: corrected,
      note: null,
      organisation: null,
    })
    const mine = await written({ db, now }, actor, { draft, typed: { identity: { title: 'Agder samlet' } } })

    const rebased = await rebaseDraft({ db, now }, actor, mine.id)

    expect(rebased).toMatchObject({
      value: { basedOn: 2, content: { identity: { title: 'Agder samlet', award: 'Pris 2020' } } },
    })
  }))

test('a curator asks the one who answers for a published case to change a part of it; nobody else does', () =>
  withCatalogue(async (db) => {
    const { kari, curator } = await people(db)
    const request = { block: 'effects' as const, text: 'Hvor kommer tallet fra?' }
    expect(await askForCaseChanges({ db, now }, kari, { id: agder, request })).toMatchObject({ ok: false })
    expect(await askForCaseChanges({ db, now }, curator, { id: agder, request })).toMatchObject({ ok: true })
    expect(await commentsOfCase(db, agder)).toMatchObject([request])
  }))

test('what is discarded is gone, and nothing in it is kept', () =>
  withCatalogue(async (db) => {
    const { kari } = await people(db)
    const draft = await anExperience({ db, now }, kari)
    await discardDraft({ db, now }, kari, draft.id)
    expect(await draftsOf(db, kari)).toEqual([])
    const rows = await db.selectFrom('case_draft').select(['content', 'status']).execute()
    expect(rows).toEqual([{ content: {}, status: 'discarded' }])
    expect(await db.selectFrom('case_draft_state').selectAll().execute()).toEqual([])
  }))

test('everything done to a draft is in the audit and, but for savings, told to those who follow', () =>
  withCatalogue(async (db) => {
    const { kari, ola, curator, bodo } = await people(db)
    const draft = await anExperience({ db, now }, kari)
    const { id } = draft
    await submitDraft({ db, now }, kari, draft)
    await askForChanges({ db, now }, curator, { id, request: { block: 'experience', text: 'Mer' } })
    const open = await readDraft(db, kari, id)
    const submitted = await submitDraft({ db, now }, kari, { id, version: open?.version ?? 0 })
    if (!submitted.ok) throw new Error(submitted.failure.kind)
    await publishDraft({ db, now }, ola, submitted.value)

    const audit = await db.selectFrom('audit_entry').selectAll().orderBy('seq').execute()
    expect(audit.map((one) => [one.action, one.person_id, one.organisation_id, one.from_version])).toEqual([
      ['draft.started', kari.personId, bodo, null],
      ['draft.saved', kari.personId, bodo, 1],
      ['draft.submitted', kari.personId, bodo, 2],
      ['draft.changes-asked', curator.personId, bodo, 3],
      ['draft.submitted', kari.personId, bodo, 4],
      ['case.published', ola.personId, bodo, null],
      ['draft.published', ola.personId, bodo, 5],
    ])
    const events = await db
      .selectFrom('event')
      .select('kind')
      .where((eb) => eb.or([eb('kind', 'like', 'draft.%'), eb('kind', '=', 'case.published')]))
      .orderBy('seq')
      .execute()
    expect(events.map((one) => one.kind)).toEqual([
      'draft.started',
      'draft.submitted',
      'draft.changes-asked',
      'draft.submitted',
      'case.published',
      'draft.published',
    ])
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

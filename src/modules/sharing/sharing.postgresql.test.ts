import { expect, test } from 'vitest'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { caseVersions, confirmCase } from '#src/modules/catalogue/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import { aPerson } from '#src/testing/people.ts'
import { aDraft, anExperience, municipalityId } from '#src/testing/sharing.ts'
import { DraftId } from './contract.ts'
import {
  askForChanges,
  discardDraft,
  publishDraft,
  readDraft,
  rowsAt,
  saveStep,
  stepCalled,
  submitDraft,
  takeBackDraft,
} from './index.ts'

const now = () => new Date('2026-11-22T10:41:00Z')
const AT_ONCE = 8

test('what eight people write at once is all there, or given back to the one who wrote it', () =>
  withOwnDatabase(async (db) => {
    const { writers, chief } = await office(db)
    const draft = await aDraft({ db, now }, chief, { size: 'full' })
    const parts = stepCalled('full', 'laerdommer')?.parts ?? []
    const needs = stepCalled('full', 'behov')?.parts ?? []
    const saved = await Promise.all(
      writers.flatMap((writer, place) => [
        saveStep({ db, now }, writer, {
          id: draft.id,
          from: draft.version,
          parts,
          typed: { lessons: [{ $key: `k${place}`, text: `Lærdom ${place}` }] },
        }),
        saveStep({ db, now }, writer, {
          id: draft.id,
          from: draft.version,
          parts: needs,
          typed: { need: { text: `Behov ${place}` } },
        }),
      ]),
    )

    const after = await readDraft(db, chief, draft.id)
    if (!after) throw new Error('The draft is gone')
    const lessons = rowsAt(after.content, 'lessons').map((row) => row.text)
    expect(lessons.toSorted()).toEqual(writers.map((_, place) => `Lærdom ${place}`))
    const givenBack = saved.flatMap((one) => (one.ok ? one.value.conflicts.map(({ mine }) => mine) : []))
    const { text } = after.content.need as { text: string }
    expect([...givenBack, text].toSorted()).toEqual(writers.map((_, place) => `Behov ${place}`))
    expect(await versionsInAudit(db, draft.id)).toEqual(countTo(after.version))
  }))

test('eight who publish at once make one case, and one is told so in the audit', () =>
  withOwnDatabase(async (db) => {
    const { writers, chief } = await office(db)
    const draft = await anExperience({ db, now }, chief)
    const submitted = await submitDraft({ db, now }, chief, draft)
    if (!submitted.ok) throw new Error(submitted.failure.kind)

    const answers = await Promise.all(
      writers.map((writer) => publishDraft({ db, now }, writer, submitted.value)),
    )

    const cases = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
    expect(cases).toHaveLength(1)
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.failure]))).toEqual(
      Array.from({ length: AT_ONCE - 1 }, () => ({
        kind: 'wrongStatus',
        status: 'published',
        caseId: cases[0],
      })),
    )
    expect(await db.selectFrom('procurement_case').select('public_id').execute()).toEqual([
      { public_id: cases[0] },
    ])
    expect(await actions(db, 'case.published')).toHaveLength(1)
    expect(await actions(db, 'draft.published')).toHaveLength(1)
  }))

test('a form sent eight times begins one draft', () =>
  withOwnDatabase(async (db) => {
    const { chief } = await office(db)
    const id = DraftId.parse(newId())
    await Promise.all(countTo(AT_ONCE).map(() => aDraft({ db, now }, chief, { id })))
    expect(await db.selectFrom('case_draft').select('id').execute()).toEqual([{ id }])
    expect(await actions(db, 'draft.started')).toHaveLength(1)
  }))

test('publishing, asking for changes, taking back and deleting at once: one of them happens', () =>
  withOwnDatabase(async (db) => {
    const { writers, chief } = await office(db)
    const [writer = chief] = writers
    const curator = await aPerson(db, { roles: ['curator'] })
    for (let round = 0; round < 5; round += 1) {
      const draft = await anExperience({ db, now }, writer)
      const submitted = await submitDraft({ db, now }, writer, draft)
      if (!submitted.ok) throw new Error(submitted.failure.kind)
      const { id } = draft
      const request = { block: 'experience' as const, text: 'Mer' }
      const [published, , , discarded] = await Promise.all([
        publishDraft({ db, now }, chief, submitted.value),
        askForChanges({ db, now }, curator, { id, request }),
        takeBackDraft({ db, now }, writer, id),
        discardDraft({ db, now }, writer, id),
      ])
      const row = await db
        .selectFrom('case_draft')
        .select(['status', 'case_id', 'version'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      // Whoever comes last finds it ended, so exactly one of the two ends happened.
      expect([published.ok, discarded.ok].filter(Boolean)).toHaveLength(1)
      expect(row.status).toBe(published.ok ? 'published' : 'discarded')
      expect(await versionsInAudit(db, id)).toEqual(countTo(row.version))
    }
  }))

test('two who correct the same case at once write in one draft, and it becomes one version', () =>
  withOwnDatabase(async (db) => {
    const id = CaseId.parse('case-001')
    const larvik = await municipalityId(db, '3909')
    const chiefs = await Promise.all(
      [0, 1].map(() => aPerson(db, { organisation: larvik, roles: ['coordinator'] })),
    )
    const [one, other] = chiefs as [Actor, Actor]
    await confirmCase({ db, now }, one, { id, version: 1, organisation: larvik })
    const drafts = await Promise.all(
      chiefs.map((chief) => aDraft({ db, now }, chief, { from: { kind: 'case', id } })),
    )
    expect(new Set(drafts.map((draft) => draft.id)).size).toBe(1)
    const [draft] = drafts
    if (!draft) throw new Error('No draft was begun')
    const answers = await Promise.all([
      publishDraft({ db, now }, one, draft),
      publishDraft({ db, now }, other, draft),
    ])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect((await caseVersions(db, id)).map(({ version }) => version)).toEqual([2, 1])
  }, 'shipped'))

test('four organisations that vouch at once: one answers for the case, all have vouched', () =>
  withOwnDatabase(async (db) => {
    const id = CaseId.parse('case-001')
    const numbers = ['3909', '4601', '5001', '3222']
    const actors = await Promise.all(
      numbers.map(async (number) => aPerson(db, { organisation: await municipalityId(db, number) })),
    )
    const answers = await Promise.all(
      actors.map((actor) => {
        if (!actor.organisation) throw new Error('Whoever vouches does it for somebody')
        return confirmCase({ db, now }, actor, { id, version: 1, organisation: actor.organisation })
      }),
    )
    expect(answers.every((answer) => answer.ok)).toBe(true)
    expect(await db.selectFrom('case_confirmation').select('version').execute()).toHaveLength(numbers.length)
    expect(await actions(db, 'case.confirmed')).toHaveLength(numbers.length)
  }, 'shipped'))

async function office(db: Database) {
  await seedOrganisations(db, { now })
  const bodo = await municipalityId(db, '1804')
  const writers: Actor[] = []
  for (let place = 0; place < AT_ONCE; place += 1) writers.push(await aPerson(db, { organisation: bodo }))
  return { writers, chief: await aPerson(db, { organisation: bodo, roles: ['coordinator'] }) }
}

/** The versions that the audit says the draft has become, each once. */
async function versionsInAudit(db: Database, id: DraftId): Promise<readonly (number | null)[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .select('to_version')
    .where('subject', '=', id)
    .orderBy('to_version')
    .execute()
  return rows.map((row) => row.to_version)
}

function actions(db: Database, action: string) {
  return db.selectFrom('audit_entry').select('subject').where('action', '=', action).execute()
}

function countTo(number: number): readonly number[] {
  return Array.from({ length: number }, (_, place) => place + 1)
}

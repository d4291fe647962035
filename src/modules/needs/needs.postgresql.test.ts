import { expect, test } from 'vitest'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import { aNeed } from '#src/testing/needs.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { NeedId } from './contract.ts'
import { announceNeed, findNeed, markOf, saveNeedStep, startNeed } from './index.ts'

const now = () => new Date('2026-11-22T10:41:00Z')
const AT_ONCE = 8

async function scene(db: Database) {
  await seedOrganisations(db, { now })
  const royrvik = await municipalityId(db, '5043')
  const writers = await Promise.all(
    Array.from({ length: AT_ONCE }, () => aPerson(db, { organisation: royrvik, roles: ['coordinator'] })),
  )
  const [first] = writers
  if (!first) throw new Error('There is nobody')
  return { royrvik, writers, by: first.personId }
}

test('eight who send the same form begin one need, and all are led to it', () =>
  withOwnDatabase(async (db) => {
    const { royrvik, writers } = await scene(db)
    const id = NeedId.parse(newId())
    const from = { kind: 'words', title: 'Nattilsyn hjemme' } as const
    const answers = await Promise.all(
      writers.map((writer) => startNeed({ db, now }, writer, { id, organisation: royrvik, from })),
    )
    expect(answers.every((answer) => answer.ok && answer.value.id === id)).toBe(true)
    expect(await actions(db, id)).toEqual(['need.begun'])
  }))

test('of eight who write otherwise on the same page one is saved, and seven are told what it says', () =>
  withOwnDatabase(async (db) => {
    const { royrvik, writers, by } = await scene(db)
    const need = await aNeed(db, { organisation: royrvik, by, status: 'draft' })
    const answers = await Promise.all(
      writers.map((writer, place) =>
        saveNeedStep({ db, now }, writer, {
          id: need.id,
          step: 'what',
          seen: markOf(need.content, 'what'),
          answers: { outcome: `Ordene til nummer ${place}` },
        }),
      ),
    )
    const saved = answers.filter((answer) => answer.ok)
    expect(saved).toHaveLength(1)
    const stands = (await findNeed(db, need.id))?.content.outcome
    for (const answer of answers)
      if (!answer.ok)
        expect(answer.failure).toMatchObject({
          kind: 'changedMeanwhile',
          need: { content: { outcome: stands } },
        })
  }))

test('eight who announce at once announce it once, and it is told once', () =>
  withOwnDatabase(async (db) => {
    const { royrvik, writers, by } = await scene(db)
    const need = await aNeed(db, { organisation: royrvik, by, status: 'draft' })
    const asked = { id: need.id, version: need.version, audience: 'all', mailbox: null } as const
    const answers = await Promise.all(writers.map((writer) => announceNeed({ db, now }, writer, asked)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    for (const answer of answers) if (!answer.ok) expect(answer.failure.kind).toBe('changedMeanwhile')
    const events = await db.selectFrom('event').select('kind').where('subject', '=', need.id).execute()
    expect(events.map(({ kind }) => kind).toSorted()).toEqual(['need.announced', 'need.changed'])
    expect(await actions(db, need.id)).toEqual(['need.announced'])
  }))

async function actions(db: Database, subject: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .select('action')
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute()
  return rows.map(({ action }) => action)
}

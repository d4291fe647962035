import { expect, test } from 'vitest'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { aCase, anAdoption, typedToTake } from '#src/testing/adoptions.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { readAdoption, takeIntoUse, takeStep } from './index.ts'

const now = () => new Date('2026-11-22T10:41:00Z')
const AT_ONCE = 8

async function scene(db: Database) {
  await seedOrganisations(db, { now })
  const royrvik = await municipalityId(db, '5043')
  const chief = await aPerson(db, {
    organisation: await municipalityId(db, '1804'),
    roles: ['coordinator'],
  })
  const buyers = await Promise.all(
    Array.from({ length: AT_ONCE }, () => aPerson(db, { organisation: royrvik, roles: ['contributor'] })),
  )
  return { royrvik, buyers, caseId: await aCase({ db, now }, chief) }
}

test('eight who begin at once begin one, with one draft, and the others are led to it', () =>
  withOwnDatabase(async (db) => {
    const { royrvik, buyers, caseId } = await scene(db)
    const asked = { caseId, organisation: royrvik, form: typedToTake() }
    const answers = await Promise.all(buyers.map((buyer) => takeIntoUse({ db, now }, buyer, asked)))

    const begun = answers.flatMap((answer) => (answer.ok ? [answer.value.id] : []))
    expect(begun).toHaveLength(1)
    const ledTo = answers.flatMap((answer) => (answer.ok ? [] : [answer.failure]))
    expect(ledTo).toEqual(
      Array.from({ length: AT_ONCE - 1 }, () => ({ kind: 'underWay', adoption: begun[0] })),
    )
    expect(await db.selectFrom('case_draft').select('id').execute()).toHaveLength(1)
    expect(await actions(db, begun[0] ?? '')).toEqual(['adoption.begun'])
  }))

test('eight who take the same step at once take it once, and it is noted once', () =>
  withOwnDatabase(async (db) => {
    const { buyers, caseId } = await scene(db)
    const [first] = buyers
    if (!first) throw new Error('There is nobody')
    const { id } = await anAdoption({ db, now }, first, { caseId })
    const form = { status: 'planning', on: '2026-11-22', reason: '' } as const
    const answers = await Promise.all(buyers.map((buyer) => takeStep({ db, now }, buyer, { id, form })))

    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    for (const answer of answers)
      if (!answer.ok) expect(answer.failure).toEqual({ kind: 'wrongStatus', status: 'planning' })
    const after = await readAdoption(db, first, id)
    expect(after?.steps.map(({ status }) => status)).toEqual(['considering', 'planning'])
    expect(after?.version).toBe(2)
    expect(await actions(db, id)).toEqual(['adoption.begun', 'adoption.changed'])
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

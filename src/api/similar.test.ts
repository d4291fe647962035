import { expect, test } from 'vitest'
import type { z } from 'zod'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { mergeCase, withdrawCase } from '#src/modules/catalogue/index.ts'
import { ALARMS, BUSES, now, SITE, seededApi } from '#src/testing/api-program.ts'
import { aPerson } from '#src/testing/people.ts'
import { SimilarAnswer } from './similar-answer.ts'

async function similar(path: string): Promise<z.infer<typeof SimilarAnswer>['items']> {
  const { ask } = await seededApi()
  const answer = await ask(path)
  expect(answer.status, path).toBe(200)
  return SimilarAnswer.parse(await answer.json()).items
}

test('a notice has the cases of those who have bought the same, each with what they have in common', async () => {
  const cases = await similar(`/notices/${ALARMS}-02/similar?type=case&lang=en`)
  expect(cases.length).toBeGreaterThan(2)
  expect(cases.every(({ type }) => type === 'case')).toBe(true)
  expect(cases.map(({ alike }) => alike.themes)).toContainEqual([
    {
      id: 'trygghetsalarm',
      label: 'Safety alarms and response services',
      url: `${SITE}/en/tema/trygghetsalarm`,
    },
  ])
  const buses = await similar(`/notices/${BUSES}-01/similar?type=case`)
  expect(JSON.stringify(buses[0]?.alike.themes)).toMatch(/selvkjorende/)
})

test('a case has cases and notices that are alike, or only those of one kind', async () => {
  const both = await similar('/cases/case-016/similar?limit=20')
  expect(new Set(both.map(({ type }) => type))).toEqual(new Set(['case', 'notice']))
  const notices = await similar('/cases/case-016/similar?type=notice')
  expect(notices.map(({ id }) => id)).toEqual([`${ALARMS}-02`])
  expect(await similar('/cases/case-016/similar?type=case&limit=1')).toHaveLength(1)
})

test('nothing is like something without having anything in common with it', async () => {
  for (const id of ['case-001', 'case-037', 'case-067', 'case-172']) {
    for (const { alike } of await similar(`/cases/${id}/similar?limit=20`))
      expect(alike.themes.length + alike.cpv.length, id).toBeGreaterThan(0)
  }
})

test('a notice id without a version leads to the newest, and what was never there is told', async () => {
  const { ask } = await seededApi()
  const older = await ask(`/notices/${ALARMS}/similar?type=case`)
  expect([older.status, older.headers.get('location')]).toEqual([
    302,
    `${SITE}/api/v1/notices/${ALARMS}-02/similar?type=case`,
  ])
  for (const path of ['/notices/nonsense/similar', '/cases/case-9999/similar', '/cases/%00/similar'])
    expect((await ask(path)).status, path).toBe(404)
  expect((await ask('/cases/case-016/similar?kind=procurement')).status).toBe(400)
})

test('a case that is withdrawn or merged answers as the case itself does', async () => {
  const { ask, db } = await seededApi()
  const curator = await aPerson(db, { roles: ['curator'] })
  const [withdrawn, merged] = [CaseId.parse('case-214'), CaseId.parse('case-215')]
  await withdrawCase({ db, now }, curator, { id: withdrawn, reason: 'Published twice by mistake' })
  await mergeCase({ db, now }, curator, { id: merged, into: CaseId.parse('case-016') })
  expect((await ask(`/cases/${withdrawn}/similar`)).status).toBe(410)
  const moved = await ask(`/cases/${merged}/similar`)
  expect([moved.status, moved.headers.get('location')]).toEqual([
    301,
    `${SITE}/api/v1/cases/case-016/similar`,
  ])
})

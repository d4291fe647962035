import { expect, test } from 'vitest'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { newId } from '#src/platform/ids.ts'
import { isPublic, nextStatuses } from './adoption.ts'
import { ADOPTION_STATUSES, AdoptionId } from './contract.ts'
import { depthOf, sizeOf, spreadFrom, type Taken } from './spread.ts'

const [one, two, three] = ['case-001', 'case-002', 'case-003'].map((id) => CaseId.parse(id)) as [
  CaseId,
  CaseId,
  CaseId,
]

function taken(from: CaseId, ownCase: CaseId | null = null): Taken {
  const id = AdoptionId.parse(newId())
  return { id, from, by: OrganisationId.parse(newId()), status: 'in-use', since: '2026-01-05', ownCase }
}

test('who took it from one who took it stands below that one', () => {
  const [tree] = spreadFrom([one], [taken(one), taken(one, two), taken(two, three), taken(three)])
  expect(tree?.taken.map(({ further }) => further?.case ?? null)).toEqual([null, two])
  expect(tree && sizeOf(tree)).toBe(4)
  expect(tree && depthOf(tree)).toBe(3)
})

test('two who took from each other end, and each is told once', () => {
  const circle = [taken(one, two), taken(two, one)]
  const trees = spreadFrom([one, two], circle)
  expect(trees).toHaveLength(1)
  expect(trees.map(sizeOf)).toEqual([2])
})

test('of a theme, what was taken from another in it stands below that one, whichever comes first', () => {
  const trees = spreadFrom([two, one, three], [taken(one, two), taken(two)])
  expect(trees.map((tree) => tree.case)).toEqual([one])
  expect(trees.map(sizeOf)).toEqual([2])
})

test('what nobody has taken is no spread', () => {
  expect(spreadFrom([one, two], [])).toEqual([])
})

test('what has ended goes nowhere; what is in use is not considered again', () => {
  expect(ADOPTION_STATUSES.filter((status) => nextStatuses(status).length === 0)).toEqual([
    'replaced',
    'abandoned',
  ])
  expect(nextStatuses('in-use')).toEqual(['replaced', 'abandoned'])
  for (const status of ADOPTION_STATUSES) expect(nextStatuses(status)).not.toContain(status)
})

test('what has been in use stays public, and what never was stays with those it was opened to', () => {
  const step = (status: 'considering' | 'in-use' | 'abandoned') => ({
    status,
    on: Temporal.PlainDate.from('2026-01-05'),
    reason: null,
  })
  const ended = { status: 'abandoned', audience: 'own' } as const
  expect(isPublic({ ...ended, steps: [step('considering'), step('in-use'), step('abandoned')] })).toBe(true)
  expect(isPublic({ ...ended, steps: [step('considering'), step('abandoned')] })).toBe(false)
})

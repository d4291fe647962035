import { expect, test } from 'vitest'
import { themes } from '#src/modules/vocabulary/index.ts'
import { DEVELOPMENT_FAMILIES, JUDGEMENT_FAMILIES, TOPICS } from './topics.ts'

test('there are at least 25 topics in at least ten themes of ours', () => {
  const known = new Set(themes().map(({ id }) => id))
  expect(TOPICS.length).toBeGreaterThanOrEqual(25)
  expect(new Set(TOPICS.flatMap(({ themes }) => themes)).size).toBeGreaterThanOrEqual(10)
  expect(
    TOPICS.flatMap(({ themes, neighbour }) => [...themes, neighbour]).filter((id) => !known.has(id)),
  ).toEqual([])
})

test('each topic is told in six ways or more, in bokmål and in nynorsk', () => {
  for (const { id, voices } of TOPICS) {
    expect(new Set(voices.map(({ language }) => language)), id).toEqual(new Set(['nb', 'nn']))
    for (const part of ['titles', 'problems', 'outcomes'] as const)
      expect(new Set(voices.flatMap((voice) => voice[part])).size, `${id} ${part}`).toBeGreaterThanOrEqual(6)
  }
})

test('every topic is either for development or for judgement', () => {
  const used = [...DEVELOPMENT_FAMILIES, ...JUDGEMENT_FAMILIES].flat().map(({ id }) => id)
  expect(used.sort()).toEqual(TOPICS.map(({ id }) => id).sort())
})

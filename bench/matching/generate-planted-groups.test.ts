import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { themes } from '#src/modules/vocabulary/index.ts'
import { agreementOf, type Partition } from './agreement.ts'
import { generateManyNeeds, type PlantedSet } from './generate-planted-groups.ts'
import { heightSteps, meets, type Plant } from './plan-plants.ts'
import { DEVELOPMENT_SEEDS, JUDGEMENT_SEEDS, plantedSet } from './seeds.ts'

const sets = [...JUDGEMENT_SEEDS, ...DEVELOPMENT_SEEDS].map(plantedSet)
const judged = sets.slice(0, JUDGEMENT_SEEDS.length)
const needs = sets.flatMap((set) => set.needs)

test('a seed gives the same set every time, and another seed another', () => {
  expect(plantedSet(20261122)).toEqual(judged[0])
  expect(judged[1]?.needs).not.toEqual(judged[0]?.needs)
})

test('every need stands in one true group', () => {
  for (const set of sets) expect(set.groups.flat().sort()).toEqual(set.needs.map(({ id }) => id).sort())
})

test('the ten sets have 120 to 220 needs, groups of two to nine, and some who fit nobody', () => {
  for (const { needs, groups } of judged) {
    expect(needs.length).toBeGreaterThanOrEqual(120)
    expect(needs.length).toBeLessThanOrEqual(220)
    expect(Math.max(...groups.map(({ length }) => length))).toBeLessThanOrEqual(9)
    const alone = groups.filter(({ length }) => length === 1).length / needs.length
    expect(alone).toBeGreaterThan(0.1)
    expect(alone).toBeLessThan(0.3)
  }
})

test('no two plants are the same topic at the same time and of the same height', () => {
  for (const set of sets) {
    const plants = plantsOf(set).filter(({ kind }) => kind !== 'other-phase')
    const alike = plants.flatMap((one, at) =>
      plants
        .slice(at + 1)
        .filter((other) => isSamePurchase(one, other))
        .map((other) => [one, other]),
    )
    expect(alike).toEqual([])
  }
})

test('who has the same topic, time and height as a group, but fits nobody, is at the other end of the phases', () => {
  const others = sets.flatMap((set) =>
    plantsOf(set)
      .filter(({ kind }) => kind === 'other-phase')
      .map((one) => ({
        one,
        groups: plantsOf(set).filter((plant) => plant !== one && isSamePurchase(plant, one)),
      })),
  )
  expect(others.length).toBeGreaterThan(10)
  for (const { one, groups } of others)
    expect(groups.map(({ phase }) => Math.abs(phase - one.phase))).toEqual([3])
})

test('what was planted, before it is filled in, tells the true groups without a mistake', () => {
  for (const set of sets) {
    const ids = set.needs.map(({ id }) => id)
    expect(agreementOf(ids, groupsOfTruths(set), set.groups).adjustedRand).toBe(1)
  }
})

test('the same need comes back as another purchase in every set', () => {
  for (const set of judged) {
    const groups = plantsOf(set).filter(({ kind }) => kind === 'group')
    const topics = new Set(groups.map(({ topic }) => topic))
    expect(groups.length / topics.size).toBeGreaterThan(1.5)
  }
})

test('a true group has somebody who can lead, and no municipality tells of one topic twice', () => {
  for (const set of sets) {
    const byId = new Map(set.needs.map((need) => [need.id, need]))
    for (const group of set.groups.filter(({ length }) => length > 1))
      expect(group.some((id) => byId.get(id)?.wishes !== 'follow')).toBe(true)
    const told = [...set.truths.values()].map(
      ({ plant, place }) => `${plant.topic.id} ${place.kommunenummer}`,
    )
    expect(new Set(told).size).toBe(told.length)
  }
})

test('those who need what is not standard together are of sizes that go together', () => {
  for (const set of sets)
    for (const group of set.groups) {
      const members = group.flatMap((id) => set.truths.get(id) ?? [])
      const inhabitants = members.map(({ place }) => place.population)
      if (members[0]?.plant.height !== 'exists')
        expect(Math.max(...inhabitants) / Math.min(...inhabitants)).toBeLessThanOrEqual(16)
    }
})

test('groups go across counties as well as stay within one', () => {
  const counties = judged.flatMap((set) =>
    set.groups
      .filter(({ length }) => length > 1)
      .map((group) => new Set(group.map((id) => set.truths.get(id)?.place.fylkesnummer)).size),
  )
  const within = counties.filter((count) => count === 1).length / counties.length
  expect(within).toBeGreaterThan(0.2)
  expect(within).toBeLessThan(0.6)
})

test('fields are left out and wrong about as often as people do it', () => {
  const share = (is: (need: (typeof needs)[number]) => boolean) => needs.filter(is).length / needs.length
  const topicOf = new Map(
    sets.flatMap(({ truths }) => [...truths].map(([id, { plant }]) => [id, plant.topic])),
  )
  expect(share(({ cpv }) => cpv.length === 0)).toBeCloseTo(0.3, 1)
  expect(share(({ id, cpv }) => cpv.length > 0 && cpv[0] !== topicOf.get(id)?.cpv)).toBeCloseTo(0.15, 1)
  expect(
    share(({ id, themes }) => !themes.some((theme) => topicOf.get(id)?.themes.includes(theme))),
  ).toBeCloseTo(0.15, 1)
  expect(share(({ volume }) => volume === null)).toBeCloseTo(0.35, 1)
  expect(share(({ language }) => language === 'nn')).toBeGreaterThan(0.25)
})

test('a need is filled in with themes we have, whole CPV codes, and months that follow each other', () => {
  const known = new Set(themes().map(({ id }) => id))
  for (const need of needs) {
    expect(need.themes.filter((theme) => !known.has(theme))).toEqual([])
    expect(need.cpv.every((code) => /^\d{8}$/.test(code))).toBe(true)
    expect(need.window.from).toMatch(/^20\d\d-\d\d-01$/)
    expect(need.window.from < need.window.until).toBe(true)
    expect(need.text).not.toMatch(/[{}]|undefined/)
  }
})

test('as many needs as one asks for can be laid together, each with its own id', () => {
  const many = generateManyNeeds(1, 1500)
  expect(new Set(many.map(({ id }) => id)).size).toBe(1500)
})

test('the ten sets are those the figures we have told of were measured on', () => {
  const digest = createHash('sha256').update(
    JSON.stringify(judged.map(({ needs, groups }) => [needs, groups])),
  )
  expect(
    digest.digest('hex').slice(0, 16),
    'The generator, its texts or the register gives other sets: figures from before cannot be compared with new ones',
  ).toBe('7ea6b407ddc3ae34')
})

function plantsOf({ truths }: PlantedSet): readonly Plant[] {
  return [...new Set([...truths.values()].map(({ plant }) => plant))]
}

function isSamePurchase(one: Plant, other: Plant): boolean {
  return (
    one.topic === other.topic && meets(one.window, other.window) && heightSteps(one.height, other.height) <= 1
  )
}

/** The rule of the benchmark, on what was meant and not on what was filled in. */
function groupsOfTruths({ truths }: PlantedSet): Partition {
  const groups: { readonly plant: Plant; readonly ids: string[] }[] = []
  for (const [id, { plant }] of truths) {
    const fitting = groups.find(
      (group) => isSamePurchase(group.plant, plant) && Math.abs(group.plant.phase - plant.phase) <= 2,
    )
    if (fitting) fitting.ids.push(id)
    else groups.push({ plant, ids: [id] })
  }
  return groups.map(({ ids }) => ids).filter((ids) => ids.some((id) => truths.get(id)?.wishes !== 'follow'))
}

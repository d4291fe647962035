import { expect, test } from 'vitest'
import { seededRandom } from '#src/testing/seeded-random.ts'
import { likeness } from './likeness.ts'
import { type Edge, linkNeeds } from './link-needs.ts'
import { matchNeeds } from './matching.ts'
import type { NeedToMatch } from './need-to-match.ts'
import { prepareNeeds } from './prepare-needs.ts'
import { WEIGHTS } from './weights.ts'

const ROUNDS = [1, 2, 3, 4, 5, 6, 7, 8]

test.each(ROUNDS)('the order the needs come in does not matter (%i)', (seed) => {
  const needs = someNeeds(seed)
  const { groups } = matchNeeds(needs)
  expect(groups.length).toBeGreaterThan(0)
  expect(matchNeeds(shuffled(needs, seed + 100)).groups).toEqual(groups)
  expect(matchNeeds(needs.toReversed()).groups).toEqual(groups)
})

test.each(ROUNDS)('likeness is the same whichever comes first, and never more than one (%i)', (seed) => {
  const { needs } = prepareNeeds(someNeeds(seed))
  for (const one of needs)
    for (const other of needs) {
      if (one === other) continue
      const like = likeness(one, other, WEIGHTS)
      expect(likeness(other, one, WEIGHTS)).toEqual(like)
      expect(like.figure).toBeGreaterThanOrEqual(0)
      expect(like.figure).toBeLessThanOrEqual(1)
    }
})

test.each(ROUNDS)(
  'all in a group have a month in common, one can lead, and nobody is in two (%i)',
  (seed) => {
    const { groups, needs } = matchNeeds(someNeeds(seed))
    for (const { members, lead, window } of groups) {
      const inIt = members.flatMap((id) => needs.get(id) ?? [])
      const from =
        inIt
          .map((need) => need.window.from)
          .sort()
          .at(-1) ?? ''
      const until = inIt.map((need) => need.window.until).sort()[0] ?? ''
      expect(from <= until).toBe(true)
      expect(window).toEqual({ from: monthOf(from), until: monthOf(until) })
      expect(needs.get(lead ?? '')?.wishes).not.toBe('follow')
      expect(new Set(inIt.map(({ municipality }) => municipality.kommunenummer)).size).toBe(inIt.length)
    }
    const all = groups.flatMap(({ members }) => members)
    expect(new Set(all).size).toBe(all.length)
  },
)

test.each(ROUNDS)(
  'the chains find what looking for the best pair of all in every step finds (%i)',
  (seed) => {
    const random = seededRandom(seed)
    const count = 40
    const table = Array.from({ length: count }, () => new Float64Array(count))
    const edges: Edge[] = []
    for (let one = 0; one < count; one += 1)
      for (let other = one + 1; other < count; other += 1) {
        const figure = random.fraction() < 0.1 ? Number.NEGATIVE_INFINITY : random.fraction()
        table[one]?.fill(figure, other, other + 1)
        table[other]?.fill(figure, one, one + 1)
        if (figure >= LEAST) edges.push({ one, other, figure })
      }
    const figureOf = (one: number, other: number) => table[one]?.[other] ?? 0
    const found = linkNeeds(count, edges, { figureOf, least: LEAST })
    expect(keysOf(found)).toEqual(keysOf(linkStepByStep(count, figureOf)))
  },
)

const LEAST = 0.55

/** The definition of average link, as slow as it is short. */
function linkStepByStep(count: number, figureOf: (one: number, other: number) => number) {
  let groups: number[][] = Array.from({ length: count }, (_, at) => [at])
  for (;;) {
    let best = { figure: LEAST, pair: null as [number[], number[]] | null }
    for (const [at, one] of groups.entries())
      for (const other of groups.slice(at + 1)) {
        const figure =
          one.reduce((sum, a) => sum + other.reduce((own, b) => own + figureOf(a, b), 0), 0) /
          (one.length * other.length)
        if (figure >= best.figure) best = { figure, pair: [one, other] }
      }
    if (!best.pair) return groups.filter(({ length }) => length > 1)
    const [one, other] = best.pair
    groups = [[...one, ...other], ...groups.filter((group) => group !== one && group !== other)]
  }
}

function keysOf(groups: readonly (readonly number[])[]): readonly string[] {
  return groups.map((group) => group.toSorted((a, b) => a - b).join(' ')).toSorted()
}

const SUBJECTS = [
  {
    title: 'Digitalt tilsyn om natten',
    text: 'Hjemmeboende sover uten å bli vekket',
    theme: 'velferdsteknologi',
  },
  { title: 'Brøyting av kommunale veier', text: 'Veiene er framkommelige før skolebussen', theme: 'vei' },
  { title: 'Ladbare søppelbiler', text: 'Renovasjonen kjører uten utslipp i sentrum', theme: 'renovasjon' },
  { title: 'Svømmebasseng med lavere energibruk', text: 'Skoleelever lærer å svømme', theme: 'idrett' },
] as const

function someNeeds(seed: number): readonly NeedToMatch[] {
  const random = seededRandom(seed)
  const pick = <Value>(values: readonly Value[]) =>
    values[Math.floor(random.fraction() * values.length)] as Value
  return Array.from({ length: 40 }, (_, at): NeedToMatch => {
    const subject = pick(SUBJECTS)
    const from = Temporal.PlainDate.from('2027-01-01').add({ months: Math.floor(random.between(0, 18)) })
    const kommunenummer = String(4600 + Math.floor(random.between(0, 30)))
    return {
      id: `need-${(at * 7919) % 1000}`,
      municipality: {
        kommunenummer,
        fylkesnummer: '46',
        population: Math.round(2 ** random.between(9, 18)),
        centralityClass: 4,
        centroid: { lon: random.between(5, 30), lat: random.between(58, 71) },
      },
      title: subject.title,
      text: subject.text,
      language: pick(['nb', 'nn'] as const),
      themes: random.fraction() < 0.8 ? [subject.theme] : [],
      cpv: random.fraction() < 0.3 ? ['33195000'] : [],
      innovationHeight: pick(['exists', 'adapt', 'develop'] as const),
      phase: pick(['considering', 'mapping', 'planning', 'ready'] as const),
      window: {
        from: from.toString(),
        until: from.add({ months: Math.floor(random.between(2, 9)) }).toString(),
      },
      firmness: pick(['idea', 'wanted', 'decided'] as const),
      wishes: pick(['lead', 'follow', 'follow', 'either'] as const),
      cooperations: random.fraction() < 0.4 ? [pick(['a', 'b', 'c'])] : [],
      contractEndsOn: random.fraction() < 0.5 ? from.add({ months: 8 }).toString() : null,
      volume: null,
    }
  })
}

function shuffled<Value>(values: readonly Value[], seed: number): readonly Value[] {
  const random = seededRandom(seed)
  return values
    .map((value) => ({ value, place: random.fraction() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ value }) => value)
}

function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`
}

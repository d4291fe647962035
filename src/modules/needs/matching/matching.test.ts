import { expect, test } from 'vitest'
import { matchNeeds } from './matching.ts'
import type { NeedToMatch } from './need-to-match.ts'
import { MATCH_PARTS, readWeights, WEIGHTS } from './weights.ts'
import { membersIf } from './what-if.ts'

const PLACES = {
  Tydal: { kommunenummer: '5033', fylkesnummer: '50', population: 770, lon: 11.6, lat: 63.0 },
  Selbu: { kommunenummer: '5032', fylkesnummer: '50', population: 4200, lon: 11.0, lat: 63.2 },
  Malvik: { kommunenummer: '5031', fylkesnummer: '50', population: 14_500, lon: 10.7, lat: 63.4 },
  Stjørdal: { kommunenummer: '5035', fylkesnummer: '50', population: 24_800, lon: 11.1, lat: 63.5 },
  Trondheim: { kommunenummer: '5001', fylkesnummer: '50', population: 214_000, lon: 10.4, lat: 63.4 },
  Vadsø: { kommunenummer: '5607', fylkesnummer: '56', population: 5600, lon: 29.7, lat: 70.1 },
} as const

const NIGHT = {
  title: 'Digitalt tilsyn om natten i hjemmet',
  text: 'Hjemmeboende som får tilsyn om natten. De sover uten å bli vekket, og nattevakten rykker ut når noe skjer.',
  themes: ['velferdsteknologi'],
  cpv: ['33195000'],
}
const ROADS = {
  title: 'Brøyting og strøing av kommunale veier',
  text: 'Innbyggere som kjører på veiene om vinteren. Veiene er framkommelige før skolebussen går.',
  themes: ['vei'],
  cpv: ['90620000'],
}

function aNeed(place: keyof typeof PLACES, told: Partial<NeedToMatch> = {}): NeedToMatch {
  const { lon, lat, ...municipality } = PLACES[place]
  return {
    id: `${place} ${told.title ?? ''}`,
    municipality: { ...municipality, centralityClass: 4, centroid: { lon, lat } },
    ...NIGHT,
    language: 'nb',
    innovationHeight: 'adapt',
    phase: 'mapping',
    window: { from: '2027-03-01', until: '2027-09-30' },
    firmness: 'wanted',
    wishes: 'follow',
    cooperations: [],
    contractEndsOn: null,
    volume: null,
    ...told,
  }
}

const willing = aNeed('Stjørdal', { wishes: 'lead' })
const together = [aNeed('Tydal'), aNeed('Selbu'), willing, aNeed('Malvik', { wishes: 'either' })]
const roads = [
  aNeed('Tydal', { ...ROADS, wishes: 'either' }),
  aNeed('Selbu', ROADS),
  aNeed('Malvik', { ...ROADS, wishes: 'lead' }),
]

test('those who need the same at the same time are put together, under one who can lead', () => {
  const { groups } = matchNeeds([...together, ...roads])
  expect(groups.map(({ members, lead }) => ({ lead, members: members.toSorted() }))).toEqual([
    { lead: willing.id, members: together.map(({ id }) => id).toSorted() },
    { lead: roads[2]?.id, members: roads.map(({ id }) => id).toSorted() },
  ])
  expect(groups[0]?.members[0]).toBe(willing.id)
  expect(groups[0]?.window).toEqual({ from: '2027-03-01', until: '2027-09-01' })
})

test('one who needs the same at another time is alone, and is told who is nearest and why not', () => {
  const late = aNeed('Trondheim', { window: { from: '2029-01-01', until: '2029-06-30' }, wishes: 'lead' })
  const matching = matchNeeds([...together, late])
  expect(matching.groupOf(late.id)).toBeNull()
  const nearest = matching.nearestTo(late.id, 2)
  expect(nearest.map(({ likeness }) => likeness.obstacle)).toEqual(['noSharedTime', 'noSharedTime'])
})

test('those who all want to follow are no group, until one of them can lead', () => {
  const followers = [aNeed('Tydal'), aNeed('Selbu'), aNeed('Malvik')]
  const matching = matchNeeds(followers)
  expect(matching.groups).toEqual([])
  expect(matching.unfitOf(followers[0]?.id ?? '')).toMatchObject({ lead: null })
  expect(matching.place(willing)?.members).toHaveLength(4)
})

test('one who can buy what exists is not put with those who want something developed', () => {
  const bold = aNeed('Trondheim', { innovationHeight: 'develop', wishes: 'lead' })
  const plain = [
    aNeed('Tydal', { innovationHeight: 'exists' }),
    aNeed('Malvik', { innovationHeight: 'exists', wishes: 'lead' }),
  ]
  expect(matchNeeds([bold, ...plain]).groupOf(bold.id)).toBeNull()
})

test('one who considers and one who is ready to publish are not put together', () => {
  const early = aNeed('Tydal', { phase: 'considering' })
  const ready = aNeed('Malvik', { phase: 'ready', wishes: 'lead' })
  expect(matchNeeds([early, ready]).groups).toEqual([])
})

test('bokmål and nynorsk are read as one', () => {
  const nynorsk = aNeed('Selbu', {
    language: 'nn',
    title: 'Digitalt tilsyn om natta i heimen',
    text: 'Heimebuande som får tilsyn om natta. Dei søv utan å bli vekte, og nattevakta rykkjer ut når noko skjer.',
    themes: [],
    cpv: [],
  })
  const matching = matchNeeds([willing, aNeed('Tydal'), nynorsk, ...roads.slice(0, 1)])
  expect(matching.groupOf(nynorsk.id)?.lead).toBe(willing.id)
})

test('a group may lie across the country: distance is told, and stops nobody', () => {
  const far = aNeed('Vadsø')
  const matching = matchNeeds([willing, far])
  const group = matching.explain([willing, far])
  expect(matching.groupOf(far.id)).not.toBeNull()
  expect(group.members[1]?.against).toContainEqual({ kind: 'farAway', kilometres: expect.any(Number) })
})

test('the small one is told that it is small, and is with them all the same', () => {
  const matching = matchNeeds(together)
  const tydal = matching.explain(together).members.find(({ id }) => id.startsWith('Tydal'))
  expect(tydal?.against).toContainEqual({ kind: 'muchSmaller', times: 19 })
  expect(matching.groupOf(tydal?.id ?? '')).not.toBeNull()
})

test('each member is told what speaks for it', () => {
  const ends = { contractEndsOn: '2027-10-31', cooperations: ['varnesregionen'] }
  const group = matchNeeds(together).explain([
    aNeed('Selbu', ends),
    aNeed('Malvik', { ...ends, wishes: 'lead' }),
    aNeed('Tydal'),
  ])
  const selbu = group.members.find(({ id }) => id.startsWith('Selbu'))
  expect(selbu?.for).toEqual(
    expect.arrayContaining([
      { kind: 'sameTheme', theme: 'velferdsteknologi' },
      { kind: 'sameTime', from: '2027-03-01', until: '2027-09-01' },
      { kind: 'contractsEndTogether', count: 1, months: 0 },
      { kind: 'shareCooperation', body: 'varnesregionen', count: 1 },
    ]),
  )
  expect(group.members[0]?.for).toContainEqual({ kind: 'wantsToLead' })
})

test('two needs of one municipality are not put together', () => {
  const twice = [aNeed('Malvik', { id: 'a', wishes: 'lead' }), aNeed('Malvik', { id: 'b' })]
  expect(matchNeeds(twice).groups).toEqual([])
})

test('moved so far that nobody has a month left, the group is worth nothing, and says so', () => {
  const matching = matchNeeds(together)
  const ask = { add: [], remove: [], moved: { id: willing.id, months: 12 }, lead: null }
  const moved = matching.explain(
    membersIf(
      matching,
      together.map(({ id }) => id),
      ask,
    ),
  )
  expect(moved).toMatchObject({ figure: 0, window: null })
  expect(moved.members[0]?.against).toContainEqual({ kind: 'noSharedTime', count: 3 })
})

test('one may ask what it would be with another lead, and without somebody', () => {
  const matching = matchNeeds(together)
  const malvik = together[3]?.id ?? ''
  const ask = { add: [], remove: [together[0]?.id ?? ''], moved: null, lead: malvik }
  const group = matching.explain(
    membersIf(
      matching,
      together.map(({ id }) => id),
      ask,
    ),
    malvik,
  )
  expect(group.lead).toBe(malvik)
  expect(group.members.map(({ id }) => id)).not.toContain(together[0]?.id)
})

test('a group of two kinds says where it can be split, and what differs most', () => {
  const early = { window: { from: '2027-01-01', until: '2027-06-30' }, phase: 'ready' } as const
  const late = { window: { from: '2027-06-01', until: '2027-12-31' }, phase: 'mapping' } as const
  const mixed = [
    aNeed('Tydal', early),
    aNeed('Selbu', { ...early, wishes: 'lead' }),
    aNeed('Malvik', late),
    aNeed('Stjørdal', { ...late, wishes: 'lead' }),
  ]
  const { split } = matchNeeds(mixed).explain(mixed)
  expect(split?.because).toBe('phase')
  expect(split?.parts.map((part) => part.map((id) => id.split(' ')[0]))).toEqual([
    ['Malvik', 'Stjørdal'],
    ['Selbu', 'Tydal'],
  ])
  expect(matchNeeds(together).explain(together).split).toBeNull()
})

test('with no weight on who leads, those who follow may be a group too', () => {
  const followers = [aNeed('Tydal'), aNeed('Selbu')]
  expect(matchNeeds(followers, { ...WEIGHTS, leading: 0 }).groups).toHaveLength(1)
})

test('weights in an address count where they can be read, and all of them nothing is no weights', () => {
  expect(readWeights({ subject: '80', phase: 'mye', time: '-1', size: '101' })).toEqual({
    ...WEIGHTS,
    subject: 80,
  })
  expect(readWeights(Object.fromEntries(MATCH_PARTS.map((part) => [part, '0'])))).toEqual(WEIGHTS)
})

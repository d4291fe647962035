import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CASE_BLOCKS, CASE_KINDS, type CaseContent, EFFECT_GRADES, type Party } from './contract.ts'
import { headlineEffects, isInnovativeProcurement, missingBlocks, reuseScore, whoLine } from './index.ts'

const thin: CaseContent = {
  language: 'nb',
  identity: {
    title: 'Deling av utstyr',
    kind: 'procurement',
    level: 'short',
    themes: ['maskiner-og-utstyr'],
  },
  who: { parties: [{ name: 'Oslo', role: 'lead' }], suppliers: [], joint: false },
  steps: [],
  effects: [],
  lessons: [],
  provenance: { confidence: 'high', sources: [{ title: 'NRK' }] },
}

const complete: CaseContent = {
  ...thin,
  need: { text: 'Dele maskiner mellom skoler' },
  userInvolvement: { text: 'Vaktmestrene prøvde' },
  requirements: [{ text: 'Bestilling på under ett minutt', strength: 'must' }],
  marketDialogue: { participants: 12 },
  competition: { procedure: 'innovation' },
  contract: { form: 'Rammeavtale' },
  effects: [{ text: 'Halvert innkjøp', grade: 'measured', method: 'Regnskap' }],
  lessons: [{ text: 'Begynn med én skole' }],
  reuse: {
    mailbox: 'innkjop@example.no',
    documents: [{ title: 'Kravspesifikasjon', url: 'https://example.no/krav.docx' }],
  },
}

test('a case that tells everything gets ten points and misses nothing', () => {
  expect(reuseScore(complete)).toMatchObject({ score: 10, of: 10 })
  expect(missingBlocks(complete)).toEqual([])
})

test('a case that tells nothing more than who and when gets no points', () => {
  expect(reuseScore(thin).score).toBe(0)
  expect(missingBlocks(thin)).toEqual([
    'need',
    'userInvolvement',
    'requirements',
    'marketDialogue',
    'competition',
    'contract',
    'effects',
    'lessons',
    'reuse',
  ])
})

test('requirements count most, since they can be copied as they stand', () => {
  const { points } = reuseScore({ ...thin, requirements: [{ text: 'Skal kunne bestilles på telefon' }] })
  expect(points.filter((one) => one.points > 0)).toEqual([{ criterion: 'requirements', points: 2, of: 2 }])
})

test('a hoped-for effect gives no points, a reported one does', () => {
  const withEffect = (grade: 'potential' | 'expected' | 'estimated' | 'reported') =>
    reuseScore({ ...thin, effects: [{ text: '13 mrd. kr', grade }] }).score
  expect(
    ['potential', 'expected', 'estimated', 'reported'].map((grade) => withEffect(grade as 'reported')),
  ).toEqual([0, 0, 0, 1])
})

test('a step of its phase counts as the block, since it tells how they did it', () => {
  const told = {
    ...thin,
    steps: [{ phase: 'marketDialogue' as const, text: 'Dialogkonferanse 8. mars 2016' }],
  }
  expect(missingBlocks(told)).not.toContain('marketDialogue')
  expect(reuseScore(told).score).toBe(1)
})

test('nobody asks a network for its contract, or a market enquiry for its effects', () => {
  const ofKind = (kind: CaseContent['identity']['kind']) =>
    missingBlocks({ ...thin, identity: { ...thin.identity, kind } })
  expect(ofKind('network')).toEqual(['need', 'effects', 'lessons'])
  expect(ofKind('market-enquiry')).not.toContain('effects')
  expect(ofKind('legal-lesson')).toEqual(['competition', 'lessons'])
})

test('more content never lowers the score, and it stays between 0 and 10', () => {
  const parts = Object.keys(complete).filter(
    (key) => !(key in thin) || key === 'effects' || key === 'lessons',
  )
  fc.assert(
    fc.property(fc.subarray(parts), fc.subarray(parts), (some, others) => {
      const fewer = withParts(some)
      const more = withParts([...some, ...others])
      expect(reuseScore(more).score).toBeGreaterThanOrEqual(reuseScore(fewer).score)
      expect(missingBlocks(more).length).toBeLessThanOrEqual(missingBlocks(fewer).length)
      expect(reuseScore(more).score).toBeLessThanOrEqual(10)
      expect(CASE_BLOCKS).toEqual(expect.arrayContaining([...missingBlocks(fewer)]))
    }),
  )
})

test('only what is measured or reported is shown as a big number', () => {
  const effects = EFFECT_GRADES.map((grade) => ({ text: '10 %', grade, figure: { value: '10', unit: '%' } }))
  expect(headlineEffects({ effects }).map((effect) => effect.grade)).toEqual(['measured', 'reported'])
  expect(headlineEffects({ effects: [{ text: 'Mindre støy', grade: 'reported' }] })).toEqual([])
})

test('a grant, pilot, programme, network or legal lesson is not called an innovative procurement', () => {
  expect(CASE_KINDS.filter(isInnovativeProcurement)).toEqual(['procurement'])
})

test('the host comes first, groups keep their number, and options are told apart', () => {
  const parties: Party[] = [
    { name: '20 andre kommuner i Agder', role: 'participant', count: 20 },
    { name: '9 kommuner', role: 'option', count: 9 },
    { name: 'Kristiansand', role: 'host' },
  ]
  expect(whoLine(parties)).toEqual({
    items: [
      { name: 'Kristiansand', role: 'host', count: null },
      { name: '20 andre kommuner i Agder', role: null, count: 20 },
      { name: '9 kommuner', role: 'option', count: 9 },
    ],
    more: 0,
    followers: 0,
  })
})

test('one who buys alone needs no role, and those who follow are only counted', () => {
  const line = whoLine([
    { name: 'Stavanger', role: 'lead' },
    { name: 'Bærum', role: 'follower' },
    { name: '19 kommuner', role: 'follower', count: 19 },
  ])
  expect(line).toEqual({ items: [{ name: 'Stavanger', role: null, count: null }], more: 0, followers: 20 })
})

test('those there is no room for are counted, groups by how many they are', () => {
  const parties: Party[] = [
    ...['Frosta', 'Selbu', 'Tydal'].map((name): Party => ({ name, role: 'participant' })),
    { name: '4 andre kommuner', role: 'participant', count: 4 },
  ]
  const { items, more } = whoLine(parties, 2)
  expect([items.map((item) => item.name), more]).toEqual([['Frosta', 'Selbu'], 5])
})

function withParts(parts: readonly string[]): CaseContent {
  return { ...thin, ...Object.fromEntries(Object.entries(complete).filter(([key]) => parts.includes(key))) }
}

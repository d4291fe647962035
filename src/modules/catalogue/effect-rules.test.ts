import { expect, test } from 'vitest'
import { CaseContent, type Effect } from './contract.ts'
import { addUp, inOrderOfWeight, isConfirmedByItself } from './effect-rules.ts'
import { missingBlocks } from './missing-blocks.ts'
import { nextForReuse, reuseAnswer, reuseScore } from './reuse-score.ts'

function effect(value: string, unit: string, grade: Effect['grade'] = 'reported'): Effect {
  return { text: `${value} ${unit}`, grade, figure: { value, unit } }
}

test('only what is equally certain and in the same unit is added, and the rest is told', () => {
  const { sums, leftOut } = addUp([
    effect('1 200', 'timer'),
    effect('2,5', 'Timer'),
    effect('900', 'timer', 'expected'),
    effect('3 mill.', 'kroner'),
    effect('250 tusen', 'kroner'),
    effect('20', 'prosent'),
    effect('30 %', 'færre turer'),
    effect('ca. 10', 'timer'),
    { text: 'Roligere netter', grade: 'reported' },
  ])
  expect(sums).toEqual([
    { grade: 'reported', unit: 'timer', value: 1202.5, of: 2 },
    { grade: 'reported', unit: 'kroner', value: 3_250_000, of: 2 },
  ])
  expect(leftOut.map(({ effect: { text }, reason }) => `${text}: ${reason}`)).toEqual([
    '900 timer: alone',
    '20 prosent: share',
    '30 % færre turer: share',
    'ca. 10 timer: not-a-number',
    'Roligere netter: no-figure',
  ])
})

test.each(['measured', 'reported', 'estimated', 'expected', 'potential'] as const)(
  'nothing of another grade is ever added to what is %s',
  (grade) => {
    const all = (['measured', 'reported', 'estimated', 'expected', 'potential'] as const).map((one) =>
      effect('10', 'kroner', one),
    )
    expect(addUp(all).sums).toEqual([])
    expect(addUp([...all, effect('5', 'kroner', grade)]).sums).toEqual([
      { grade, unit: 'kroner', value: 15, of: 2 },
    ])
  },
)

test('what went the other way is taken away, and decimals do not drift', () => {
  expect(addUp([effect('0,1', 'kg'), effect('0,2', 'kg')]).sums[0]?.value).toBe(0.3)
  expect(addUp([effect('10', 'kg'), effect('−4', 'kg')]).sums[0]?.value).toBe(6)
})

test.each([
  ['prosjektlederen', undefined, true],
  ['Prosjektleiar i helse', undefined, true],
  ['the project manager', undefined, true],
  ['virksomhetsleder', 'Virksomhetsleder ', true],
  ['økonomirådgiveren', 'virksomhetsleder', false],
  [undefined, 'virksomhetsleder', false],
])('confirmed by %s, owned by %s: by itself %s', (confirmedBy, owner, expected) => {
  expect(isConfirmedByItself({ confirmedBy, owner })).toBe(expected)
})

test('at most three are main, and they come first', () => {
  const main = { ...effect('1', 'kg'), main: true }
  expect(CaseContent.safeParse(aCase({ effects: [main, main, main] })).success).toBe(true)
  const four = CaseContent.safeParse(aCase({ effects: [main, main, main, main] }))
  expect(four.error?.issues).toMatchObject([{ path: ['effects', 3, 'main'] }])
  expect(inOrderOfWeight([effect('2', 'kg'), main]).map(({ figure }) => figure?.value)).toEqual(['1', '2'])
})

test('no gain is a result, and what stopped lacks neither contract nor effects', () => {
  const none = aCase({ noBenefit: { reason: 'Varslene kom for sent.' } })
  expect(missingBlocks(none)).not.toContain('effects')
  expect(reuseScore(none).points).toContainEqual({ criterion: 'effects', points: 1, of: 1 })
  const stopped = aCase({ stopped: { reasons: ['price'] } })
  expect(missingBlocks(stopped)).not.toContain('effects')
  expect(missingBlocks(stopped)).not.toContain('contract')
  expect(missingBlocks(stopped)).toContain('lessons')
})

test('the next to add is what helps most; the answer is yes when one could begin', () => {
  expect(nextForReuse(reuseScore(aCase({})))?.criterion).toBe('requirements')
  expect(reuseAnswer(reuseScore(aCase({})))).toBe('not-yet')
  const some = aCase({ requirements: [{ text: 'Varsel innen ti sekunder' }] })
  expect(nextForReuse(reuseScore(some))?.criterion).toBe('need')
  expect(reuseAnswer(reuseScore(some))).toBe('some')
  const ready = aCase({
    requirements: [{ text: 'Varsel innen ti sekunder' }],
    need: { text: 'Roligere netter' },
    competition: { criteria: [{ name: 'Brukskvalitet', weight: '60 %' }] },
    reuse: { mailbox: 'innkjop@example.no' },
  })
  expect(reuseAnswer(reuseScore(ready))).toBe('tomorrow')
})

function aCase(told: Partial<CaseContent>): CaseContent {
  return {
    language: 'nb',
    identity: { title: 'Nattro med sensor', kind: 'procurement', level: 'full', themes: ['trygghetsalarm'] },
    who: { parties: [{ name: 'Bodø kommune', role: 'lead' }], suppliers: [], joint: false },
    steps: [],
    effects: [],
    lessons: [],
    provenance: { confidence: 'high', sources: [] },
    ...told,
  }
}

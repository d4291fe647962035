import { expect, test } from 'vitest'
import { type Profile, RELEVANT, relevanceOf } from './relevance.ts'

const BODO: Profile = {
  kommunenummer: '1804',
  fylkesnummer: '18',
  like: new Map([
    ['5501', 'population'],
    ['4204', 'kostraGroup'],
  ]),
  themes: new Set(['velferdsteknologi']),
  taken: new Set(),
}
const nothing = { themes: [], municipalities: [], counties: [] }
const nobody: ReadonlySet<string> = new Set()

test('a theme that is followed goes before one that is worked with, and that before likeness', () => {
  const thing = { themes: ['trygghetsalarm'], municipalities: ['5501'], counties: ['55'] }
  const followed = relevanceOf(BODO, new Set(['trygghetsalarm']), thing)
  const worked = relevanceOf(BODO, nobody, thing)
  const alike = relevanceOf(BODO, nobody, { ...thing, themes: [] })
  expect([followed.why, worked.why, alike.why]).toEqual([
    { kind: 'followed', theme: 'trygghetsalarm' },
    { kind: 'ownTheme', theme: 'velferdsteknologi' },
    { kind: 'population', kommunenummer: '5501' },
  ])
  expect([followed.score, worked.score, alike.score]).toEqual([9, 5, 2])
})

test('whoever follows a theme follows what is below it, and not what is above', () => {
  const wide = new Set(['helse-og-velferd'])
  expect(relevanceOf(BODO, wide, { ...nothing, themes: ['trygghetsalarm'] }).why?.kind).toBe('followed')
  const narrow = { ...BODO, themes: nobody }
  const above = { ...nothing, themes: ['helse-og-velferd'] }
  expect(relevanceOf(narrow, new Set(['trygghetsalarm']), above)).toEqual({ score: 0, why: null })
})

test('to be in the same county is alone too little to be told of, and nothing in common is nothing', () => {
  const near = relevanceOf(BODO, nobody, { ...nothing, counties: ['18'] })
  expect(near.why).toEqual({ kind: 'county' })
  expect(near.score).toBeLessThan(RELEVANT)
  expect(relevanceOf(BODO, nobody, { ...nothing, themes: ['asfalt'], municipalities: ['0301'] })).toEqual({
    score: 0,
    why: null,
  })
})

test('a case of twenty that are alike is worth no more than a case of one', () => {
  const one = relevanceOf(BODO, nobody, { ...nothing, municipalities: ['5501'] })
  expect(relevanceOf(BODO, nobody, { ...nothing, municipalities: ['4204', '5501'] }).score).toBe(one.score)
})

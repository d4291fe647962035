import { expect, test } from 'vitest'
import { concept } from '#src/modules/vocabulary/index.ts'
import { ThemeChoice, themeAddress, themeView } from './theme-view.ts'

const counts = {
  case: new Map([['renovasjonsbil', { own: 2, all: 2 }]]),
  notice: new Map([['kjoretoy', { own: 1, all: 4 }]]),
}

test('what means nothing in the address is as if it were not there', () => {
  const choice = ThemeChoice.parse({ type: 'tender', narrower: 'maybe', sort: '', offset: '-3', x: '1' })
  expect(choice).toEqual({ type: undefined, narrower: undefined, sort: undefined, offset: 0 })
  expect(themeAddress('nn', 'kjoretoy', choice)).toBe('/nn/tema/kjoretoy')
})

test('what is chosen stands in the address, and what is as usual does not', () => {
  const choice = ThemeChoice.parse({ type: 'notice', narrower: 'no', sort: 'newest', offset: '15' })
  const asked = themeAddress('nb', 'kjoretoy', choice)
  expect(asked).toBe('/tema/kjoretoy?type=notice&narrower=no&sort=newest&offset=15')
  expect(ThemeChoice.parse(Object.fromEntries(new URL(asked, 'http://x').searchParams))).toEqual(choice)
})

test('a concept is shown with every way up, what is below and beside it, and how much is about each', () => {
  const found = concept('kjoretoy')
  if (!found) throw new Error('It is not there')
  const view = themeView(found, { language: 'nn', counts })
  expect(view).toMatchObject({ label: 'Køyretøy og bildeling', isTheme: true, scope: null })
  expect(view.ways.map((way) => way.map(({ href }) => href))).toEqual([['/nn/tema/samferdsel']])
  expect(view.narrower.find(({ id }) => id === 'renovasjonsbil')).toMatchObject({ cases: 2, notices: 0 })
  expect(view.around.map(({ id }) => id)).not.toContain('kjoretoy')
  expect(view.names.map(({ language }) => language)).toEqual(['nb', 'nn', 'en'])
})

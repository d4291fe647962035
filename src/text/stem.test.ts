import { expect, test } from 'vitest'
import { stemEnglish } from './stem-english.ts'
import { stemNorwegian } from './stem-norwegian.ts'

test.each([
  ['bilen biler bilene bilens bilar bilane bil'],
  ['skole skolen skoler skolene skolens'],
  ['hus huset husene husa'],
  ['hjem hjemmet hjemmene hjemmets'],
  ['programmet program programmer'],
  ['anskaffelse anskaffelsen anskaffelser anskaffing anskaffinga anskaffingar'],
  ['løsning løsningen løsninger løsningene'],
  ['mulighet muligheter mulighetene muligheita'],
  ['offentlig offentlige offentleg offentlege'],
  ['ledere lederen lederne ledernes leder'],
  ['artikkel artikkelen artikler artiklene artiklar'],
  ['varsel varsle varsler varslet'],
  ['sentre sentrene senter'],
])('%s are one stem', (forms) => {
  expect(new Set(forms.split(' ').map(stemNorwegian)).size).toBe(1)
})

test.each([
  ['trening', 'tre'],
  ['ledning', 'ledelse'],
  ['regning', 'regn'],
  ['bygning', 'bygg'],
])('%s and %s stay apart', (one, other) => {
  expect(stemNorwegian(one)).not.toBe(stemNorwegian(other))
})

test.each([
  ['alarm alarms'],
  ['city cities'],
  ['box boxes'],
  ['plan plans planned planning'],
  ['service services'],
  ['agree agreed agrees'],
])('%s are one stem in English', (forms) => {
  expect(new Set(forms.split(' ').map(stemEnglish)).size).toBe(1)
})

test('short English words and those that only look like plurals stay', () => {
  expect(['bus', 'gas', 'is', 'glass', 'status', 'analysis'].map(stemEnglish)).toEqual([
    'bus',
    'gas',
    'is',
    'glass',
    'status',
    'analysis',
  ])
})

import { expect, test } from 'vitest'
import { nameIn, quotes } from './words.ts'

const SECRET = 'Sensoren vår måler pusten gjennom madrassen med radar på 60 gigahertz'

test('five words in a row of what was told in confidence are a quote, however they are written', () => {
  expect(quotes('En leverandør måler PUSTEN gjennom   madrassen, med radar', SECRET)).toBe(true)
  expect(quotes('En leverandør måler pusten uten å berøre brukeren', SECRET)).toBe(false)
  expect(quotes('', SECRET)).toBe(false)
})

test('a short secret is a quote only as a whole', () => {
  expect(quotes('Noen bruker radar på 60 GHz hjemme', 'radar på 60 GHz')).toBe(true)
  expect(quotes('Noen bruker radar', 'radar på 60 GHz')).toBe(false)
})

test('a summary that says who is found, and a word that is also the name of a firm is not', () => {
  const names = ['Alarm AS', 'Nord Sensor Norge']
  expect(nameIn('Vi snakket med alarm as om dette', names)).toBe('Alarm AS')
  expect(nameIn('Svaret fra Alarm var godt', names)).toBe('Alarm AS')
  expect(nameIn('nord sensor kan levere', names)).toBe('Nord Sensor Norge')
  expect(nameIn('Alarm som varsler selv. Alarm finnes, og en alarm er nok', names)).toBeNull()
  expect(nameIn('Alarmering skjer straks', names)).toBeNull()
  expect(nameIn('Hva som helst (a+b)', ['(a+b'])).toBe('(a+b')
})

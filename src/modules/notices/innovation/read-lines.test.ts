import { expect, test } from 'vitest'
import { assessText } from './assess-innovation.ts'

const piece = (text: string, language: string | null = 'nb') => ({
  text,
  language,
  lot: null,
  path: 'description',
})

const metIn = (text: string) =>
  Object.entries(assessText([piece(text)]).conditions).flatMap(([name, { met }]) => (met ? [name] : []))

test('a demand on the result and the choice left to the tenderer count together, near each other only', () => {
  const result = 'Fuktinnholdet skal være under 15 % etter to uker.'
  const choice = 'Leverandøren bestemmer dette.'
  const between = 'Byggene er gamle. De er fra 1960. Taket er nytt.'
  expect(metIn(choice)).toEqual([])
  expect(metIn(result)).toEqual([])
  expect(metIn(`${result} ${choice}`)).toEqual(['functionalRequirements'])
  expect(metIn(`${choice} ${result}`)).toEqual(['functionalRequirements'])
  expect(metIn(`${result} ${between} ${choice}`)).toEqual([])
  expect(metIn(`${result} Leverandøren bestemmer leveringsdag.`)).toEqual([])
})

test('what stands near each other is quoted together, in the order it stands', () => {
  const text = 'Støyen skal være under 40 dB. Målingen gjøres av kommunen. Entreprenøren bestemmer dette.'
  const signals = assessText([piece(text)]).signals.filter(({ kind }) => kind === 'result-and-choice')
  expect(signals.map((one) => one.text)).toEqual([text])
})

test('the tenderer, a word for choosing and what is chosen meet anywhere in a sentence', () => {
  expect(metIn('Hvilke tiltak det blir, er det til slutt konsortiet som bestemmer.')).toEqual([
    'functionalRequirements',
  ])
  expect(metIn('Til slutt er det kommunen som bestemmer hvilke tiltak leverandøren skal utføre.')).toEqual([])
  expect(metIn('Brukerne bestemmer hvilke tiltak de vil ha.')).toEqual([])
})

test('the buyer renounces a choice by what the papers leave out', () => {
  expect(metIn('Konkurransegrunnlaget nevner ikke sensorer, kamera eller vakter.')).toEqual([
    'functionalRequirements',
  ])
  expect(metIn('Vi ber ikke om tilbud eller priser nå.')).toEqual([])
})

test('a later sentence closes what an earlier one opened', () => {
  const open = 'Leverandøren velger selv metode.'
  expect(metIn(`${open} Beskrivelsen i bilag 2 skal likevel følges.`)).toEqual([])
  expect(metIn(`${open} Prisen er bindende.`)).toEqual(['functionalRequirements'])
  expect(metIn('Leverandørene var invitert til dialogkonferanse. Møtet ble avlyst.')).toEqual([])
  expect(metIn('Leverandørene var invitert til dialogkonferanse. Forrige konkurranse ble avlyst.')).toEqual([
    'supplierInvolvement',
  ])
})

test('those who do the work or use the service told what they need, before and not as a delivery', () => {
  for (const told of [
    'Portørene førte loggbok i fire uker.',
    'Klubbleiarane har forklart kva som ikkje verkar.',
    'Lifeguards filled in a form after every shift.',
  ])
    expect(assessText([piece(told, null)]).missing, told).not.toContain('needMapped')
  expect(metIn('Leverandøren skal la portørene føre loggbok i fire uker.')).toEqual([])
  expect(metIn('Prosjektlederen må ha erfaring med brukermedvirkning.')).toEqual([])
})

test('suppliers who were heard count with what it led to; told in the competition they do not', () => {
  const asked = 'Tre importører fikk se listen.'
  expect(metIn(`${asked} To av punktene falt ut.`)).toEqual(['supplierInvolvement'])
  expect(metIn('I konkurransen ble det holdt møter med leverandørene. To av punktene falt ut.')).toEqual([])
})

test('a number in a pattern is any number', () => {
  expect(metIn('Vi har gått gjennom 42 leteaksjoner.')).toEqual(['needMapped'])
  expect(metIn('Vi har gått gjennom døra.')).toEqual([])
})

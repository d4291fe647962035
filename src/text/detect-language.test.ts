import { expect, test } from 'vitest'
import { detectLanguage } from './detect-language.ts'

test.each([
  ['nb', 'Kommunen skal inngå rammeavtale om anskaffelse av løsning for velferdsteknologi til sykehjem.'],
  ['nb', 'Oppdragsgiver ønsker ikke tilbud fra leverandører som bare kan levere deler av tjenesten.'],
  ['nn', 'Kommunen skal inngå rammeavtale om anskaffing av løysing for velferdsteknologi til sjukeheimar.'],
  ['nn', 'Oppdragsgjevar ønskjer ikkje tilbod frå leverandørar som berre kan levere delar av tenesta.'],
  ['nn', 'Drift og vedlikehald av kommunale vegar'],
  ['en', 'The contracting authority will enter into a framework agreement for the supply of sensors.'],
])('%s is told from the text: %s', (language, text) => {
  expect(detectLanguage(text)).toBe(language)
})

test('a text that says nothing about its form is left open', () => {
  expect(detectLanguage('Asfalt 2024')).toBeNull()
  expect(detectLanguage('')).toBeNull()
})

test('a few English product names do not make a Norwegian text English', () => {
  expect(
    detectLanguage('Anskaffelse av framework for the cloud til kommunen og fylket, som skal driftes av oss'),
  ).toBe('nb')
})

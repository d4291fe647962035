import { expect, test } from 'vitest'
import { namesPrice, priceIn } from './prices.ts'

test.each([
  'Det koster kr 1 200 000 i året',
  'kr. 1.200.000,00 eks. mva.',
  'Kr 500,- per brukar',
  'rundt 1,2 mill. per år',
  '1,2 mill.',
  'NOK 400k',
  'NOK400k',
  '400k NOK',
  'per bruker 89,-',
  'per bruker 89,–',
  'per bruker 1 200:-',
  '1200kr',
  '1\u00a0200\u202f000 kroner',
  'ca. 3 millioner i året',
  '3 millionar kronar',
  '2,5 MNOK',
  'TNOK 850',
  'EUR 50 000',
  '€50',
  '50 euro per enhet',
  'to millioner kroner',
  'femti tusen kroner',
  'en halv million i lisenser',
  'ein halv million i året',
  'Prisen er 400 per bruker og måned',
  'Prisen per eining er om lag 400',
  'Timeprisen ligger på 1450',
  'koster fra 89 per måned',
])('%s names a price', (text) => {
  expect(namesPrice(text)).toBe(true)
})

test.each([
  'Vi har 1 200 brukere i 14 kommuner',
  '3 millioner innbyggere er dekket',
  '1,2 mill. målinger i døgnet',
  '2 millionar brukarar',
  'Levert siden 2019, se krav 12 og § 13',
  'Batteriet varer i 24 måneder',
  'Det koster 2 uker med opplæring',
  'Krever 3 sensorer per bruker',
  'Oppetid 99,9 %',
  'Versjon 2.4 kom 01.03.2026',
  '1.–3. klasse',
  'Ring 22 33 44 55',
  'ISO 27001 og NS 3420',
  'kronisk syke og 40 plasser',
  'Vi prissetter ikke dette nå',
  'Krav om 10-15 minutters svartid',
])('%s names no price', (text) => {
  expect(priceIn(text)).toBeNull()
})

test('the price is told as it stands, so that one sees what to take away', () => {
  expect(priceIn('Vi gjør det for NOK 400k i året.')).toBe('NOK 400k')
})

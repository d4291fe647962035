import { expect, test } from 'vitest'
import { shippedRegister } from '#src/testing/register.ts'
import { findOrganisation, type OrganisationDescription } from './find-organisation.ts'

async function nameOf(described: OrganisationDescription): Promise<string | null> {
  return findOrganisation(await shippedRegister(), described)?.name ?? null
}

test.each([
  ['Bergen', 'Bergen kommune'],
  ['Bergen kommune', 'Bergen kommune'],
  ['BERGEN KOMMUNE', 'Bergen kommune'],
  ['  Bergen\u200B  kommune ', 'Bergen kommune'],
  ['Bodø Kommune', 'Bodø kommune'],
  ['Voss herad', 'Voss herad'],
  ['Voss kommune', 'Voss herad'],
  ['Evje og Hornnes kommune', 'Evje og Hornnes kommune'],
  ['Municipality of Stavanger', 'Stavanger kommune'],
  ['Stavanger Municipality', 'Stavanger kommune'],
  ['Oslo kommune v/ Bymiljøetaten', 'Oslo kommune'],
  ['Oslo kommune v/Bymiljøetaten', 'Oslo kommune'],
  ['Oslo kommune (Vann- og avløpsetaten)', 'Oslo kommune'],
  ['Oslo kommune, Utviklings- og kompetanseetaten', 'Oslo kommune'],
  ['Oslo kommune - Bymiljøetaten', 'Oslo kommune'],
  ['Oslo kommune Bymiljøetaten', 'Oslo kommune'],
  ['Kristiansand kommune (ingeniørvesenet)', 'Kristiansand kommune'],
  ['Oslo fylkeskommune', 'Oslo kommune'],
  ['Rogaland Fylkeskommune', 'Rogaland fylkeskommune'],
  ['Vestland fylkeskommune (Skyss)', 'Vestland fylkeskommune'],
  ['Møre og Romsdal fylkeskommune', 'Møre og Romsdal fylkeskommune'],
  ['Vestland', 'Vestland fylkeskommune'],
])('«%s» is %s', async (name, expected) => {
  expect(await nameOf({ name })).toBe(expected)
})

test.each([
  ['Guovdageaidnu', 'Kautokeino kommune'],
  ['Guovdageainnu suohkan', 'Kautokeino kommune'],
  ['Guovdageainnu suohkan / Kautokeino kommune', 'Kautokeino kommune'],
  ['Porsanger kommune - Porsáŋggu gielda - Porsangin komuuni', 'Porsanger kommune'],
  ['Porsángu', 'Porsanger kommune'],
  ['Karasjohka', 'Karasjok kommune'],
  ['Storfjord - Omasvuotna - Omasvuono', null],
  ['Omasvuotna', 'Storfjord kommune'],
  ['Snåasen tjïelte', 'Snåsa kommune'],
  ['Trööndelage', 'Trøndelag fylkeskommune'],
])('in another language «%s» is %s', async (name, expected) => {
  expect(await nameOf({ name })).toBe(expected)
})

test.each([
  ['Lindås', 'Alver kommune'],
  ['Skedsmo kommune', 'Lillestrøm kommune'],
  ['Norddal', 'Fjord kommune'],
  ['Sandøy kommune', 'Ålesund kommune'],
  ['Halsa', 'Heim kommune'],
  ['Eid', 'Stad kommune'],
  ['Ålesund', 'Ålesund kommune'],
  ['Haram', 'Haram kommune'],
  ['Hordaland fylkeskommune', 'Vestland fylkeskommune'],
  ['Sogn og Fjordane fylkeskommune', 'Vestland fylkeskommune'],
  ['Sør-Trøndelag fylkeskommune', 'Trøndelag fylkeskommune'],
  ['Hedmark fylkeskommune', 'Innlandet fylkeskommune'],
  ['Viken fylkeskommune', 'Viken fylkeskommune'],
  ['Troms og Finnmark fylkeskommune', 'Troms og Finnmark fylkeskommune'],
])('the older name «%s» leads to %s', async (name, expected) => {
  expect(await nameOf({ name })).toBe(expected)
})

test.each(['Våler', 'Våler kommune', 'Herøy kommune', 'Bø', 'Nes kommune', 'Sande', 'Os kommune'])(
  '«%s» could be two municipalities, and is nobody',
  async (name) => {
    expect(await nameOf({ name })).toBeNull()
  },
)

test.each([
  [{ name: 'Våler (Østfold)' }, '3114'],
  [{ name: 'Våler i Østfold' }, '3114'],
  [{ name: 'Våler kommune (Hedmark)' }, '3419'],
  [{ name: 'Våler kommune, Innlandet' }, '3419'],
  [{ name: 'Våler i Solør' }, '3419'],
  [{ name: 'Våler kommune', kommunenummer: '3114' }, '3114'],
  [{ name: 'Våler kommune', kommunenummer: '0426' }, '3419'],
  [{ name: 'Våler kommune', fylkesnummer: '34' }, '3419'],
  [{ name: 'Våler kommune', fylkesnummer: '30' }, '3114'],
  [{ name: 'Herøy (Nordland)' }, '1818'],
  [{ name: 'Bø (Telemark)' }, '4020'],
  [{ name: 'Bø i Vesterålen' }, '1867'],
  [{ name: 'Sande kommune', fylkesnummer: '07' }, '3903'],
  [{ name: 'Os (Hordaland)' }, '4624'],
  [{ name: 'Nes kommune', year: 2025 }, '3228'],
  [{ name: 'Nes (Buskerud)', year: 2018 }, '3322'],
])('%o tells which one: %s', async (described, kommunenummer) => {
  expect(findOrganisation(await shippedRegister(), described)?.kommunenummer).toBe(kommunenummer)
})

test.each([
  'Sandnes kommune Eiendom KF',
  'Bergen Vann KF',
  'Oslo kommune (Omsorgsbygg Oslo KF)',
  'Drammen kommunale pensjonskasse',
  'Trondheim kommune pensjonskasse',
  'Asker kommune / Bærum kommune',
  'Asker kommune og Bærum kommune',
  'Asker og Bærum kommune',
  'Ukjent kommune',
  'Bergenhus kommune',
  'Bergen (Rügen)',
  'Statsforvalteren i Vestland',
  'Tysfjord kommune',
  'kommune',
  '9 kommuner',
  '',
  ' ',
])('«%s» is not a municipality or county of today', async (name) => {
  expect(await nameOf({ name })).toBeNull()
})

test('the number counts before the name', async () => {
  expect(await nameOf({ organisasjonsnummer: 'NO 944 073 787 MVA', name: 'Karmøy kommune' })).toBe(
    'Haugesund kommune',
  )
  expect(await nameOf({ organisasjonsnummer: '821311632' })).toBe('Vestland fylkeskommune')
  expect(await nameOf({ organisasjonsnummer: '938626367', name: 'HFK' })).toBe('Vestland fylkeskommune')
})

test('a number that is unknown is an agency when the name says «kommune», and somebody else when it does not', async () => {
  const agency = '992051825'
  expect(await nameOf({ organisasjonsnummer: agency, name: 'Oslo kommune v/ Bymiljøetaten' })).toBe(
    'Oslo kommune',
  )
  expect(await nameOf({ organisasjonsnummer: agency, name: 'Bergen' })).toBeNull()
  expect(await nameOf({ organisasjonsnummer: '123456789', name: 'Bergen' })).toBe('Bergen kommune')
})

test('a kommunenummer alone is the municipality, but beside a name it is only where somebody lies', async () => {
  expect(await nameOf({ kommunenummer: '1201' })).toBe('Bergen kommune')
  expect(await nameOf({ kommunenummer: '9999' })).toBeNull()
  expect(await nameOf({ kommunenummer: '4601', name: 'Bergen Vann KF' })).toBeNull()
})

test.each([
  ['Nordmøre Interkommunale Innkjøpssamarbeid (NII)', 'purchasing-cooperative'],
  ['Nordmøre interkommunale innkjøpssamarbeid', 'purchasing-cooperative'],
  ['VOIS', 'purchasing-cooperative'],
  ['OFA IKS', 'intermunicipal-company'],
  ['IKT Nordhordland', 'task-community'],
  ['Samordna innkjøp i Nordland (vertskommune Bodø)', 'purchasing-cooperative'],
])('«%s» is found among the joint bodies', async (name, kind) => {
  expect(findOrganisation(await shippedRegister(), { name })?.kind).toBe(kind)
})

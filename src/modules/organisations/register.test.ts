import { expect, test } from 'vitest'
import { shippedRegister } from '#src/testing/register.ts'
import { municipalitiesLike } from './likeness.ts'
import { population } from './municipality.ts'
import { countyPage, municipalityPage } from './municipality-page.ts'
import { kilometresBetween, neighbours } from './neighbours.ts'
import { isOrganisasjonsnummer } from './organisasjonsnummer.ts'
import {
  counties,
  currentCounties,
  currentMunicipalities,
  currentMunicipality,
  formerMunicipality,
  municipalities,
  municipality,
} from './register.ts'
import { readShippedData } from './shipped-data.ts'
import { isSmallDistrict, SMALL_DISTRICT_RULES } from './small-district.ts'

test('the municipalities add up to Norway', async () => {
  const all = municipalities(await shippedRegister())
  const sum = (year: number) => all.reduce((total, one) => total + population(one, year), 0)

  expect(sum(2024)).toBe(5_550_203)
  expect(sum(2026)).toBe(5_627_400)
  expect(Math.round(all.reduce((total, one) => total + one.areaKm2, 0))).toBe(323_805)
  expect(all.filter((one) => one.samiAdministrativeArea)).toHaveLength(13)
  expect(all.filter((one) => one.otherNames.some((name) => name.kind === 'parallel'))).toHaveLength(29)
})

test('every organisation number is valid and used once, and only Haram’s is not known', async () => {
  const { organisations, municipalities: all } = await shippedRegister()
  const numbers = [...organisations.values()].flatMap((one) => one.organisasjonsnummer ?? [])

  expect(numbers.filter((number) => !isOrganisasjonsnummer(number))).toEqual([])
  expect(new Set(numbers).size).toBe(numbers.length)
  expect([...all.values()].filter((one) => one.organisasjonsnummer === null).map((one) => one.name)).toEqual([
    'Haram',
  ])
})

test('every older number leads to municipalities of today', async () => {
  const register = await shippedRegister()
  const { formerMunicipalities } = readShippedData()

  expect(formerMunicipalities).toHaveLength(481)
  for (const old of formerMunicipalities) {
    const today = currentMunicipalities(register, old.kommunenummer)
    expect(today.map((one) => one.kommunenummer)).toEqual(old.successors)
    expect(municipality(register, old.kommunenummer)).toBeNull()
  }
})

test.each([
  ['1201', 'Bergen'],
  ['0716', 'Tønsberg'],
  ['1027', 'Lyngdal'],
  ['1419', 'Sogndal'],
  ['1430', 'Sunnfjord'],
  ['1444', 'Volda'],
  ['1546', 'Ålesund'],
  ['1571', 'Heim'],
  ['1632', 'Åfjord'],
  ['5019', 'Åfjord'],
  ['1718', 'Indre Fosen'],
  ['1725', 'Namsos'],
  ['5040', 'Namsos'],
  ['4601', 'Bergen'],
])('municipality number %s is %s today', async (number, name) => {
  expect(currentMunicipality(await shippedRegister(), number)?.name).toBe(name)
})

test('a number nobody has had leads nowhere', async () => {
  const register = await shippedRegister()
  expect(currentMunicipality(register, '9999')).toBeNull()
  expect(formerMunicipality(register, '4601')).toBeNull()
  expect(currentCounties(register, '99')).toEqual([])
})

test.each([
  ['1507', ['Ålesund', 'Haram']],
  ['1850', ['Hamarøy', 'Narvik']],
  ['5012', ['Heim', 'Hitra', 'Orkland']],
])('%s was divided between %o', async (number, names) => {
  expect(currentMunicipalities(await shippedRegister(), number).map((one) => one.name)).toEqual(names)
})

test.each([
  ['46', ['Vestland']],
  ['12', ['Vestland']],
  ['14', ['Vestland']],
  ['16', ['Trøndelag']],
  ['30', ['Østfold', 'Akershus', 'Buskerud']],
  ['38', ['Vestfold', 'Telemark']],
  ['54', ['Troms', 'Finnmark']],
])('county number %s is %o today', async (number, names) => {
  expect(currentCounties(await shippedRegister(), number).map((one) => one.name)).toEqual(names)
})

test('163 of 357 are small district municipalities by the default rule', async () => {
  const all = municipalities(await shippedRegister())
  const counted = SMALL_DISTRICT_RULES.map((rule) => all.filter((one) => isSmallDistrict(one, rule)).length)

  expect(all.filter((one) => isSmallDistrict(one))).toHaveLength(163)
  expect(counted[0]).toBe(163)
  expect(new Set(SMALL_DISTRICT_RULES.map((rule) => rule.text)).size).toBe(SMALL_DISTRICT_RULES.length)
  expect(new Set(counted).size).toBe(counted.length)
})

test('the neighbours of Bergen are the islands and fjords around it, nearest first', async () => {
  const found = neighbours(await shippedRegister(), '4601', 6)
  const distances = found.map((one) => one.kilometres)

  expect(found.map((one) => one.municipality.name)).toEqual(
    expect.arrayContaining(['Askøy', 'Bjørnafjorden', 'Osterøy']),
  )
  expect(distances).toEqual([...distances].sort((a, b) => a - b))
  expect(found.map((one) => one.municipality.kommunenummer)).not.toContain('4601')
})

test('Oslo and Bergen are about 300 kilometres apart, whichever way one goes', async () => {
  const register = await shippedRegister()
  const [oslo, bergen] = ['0301', '4601'].map((number) => municipality(register, number)?.centroid)
  if (!oslo || !bergen) throw new Error('Oslo and Bergen are missing')

  expect(kilometresBetween(oslo, bergen)).toBeCloseTo(kilometresBetween(bergen, oslo), 6)
  expect(Math.abs(kilometresBetween(oslo, bergen) - 300)).toBeLessThan(25)
  expect(kilometresBetween(oslo, oslo)).toBe(0)
})

test('municipalities like Kvam are of its size, and every one says why', async () => {
  const register = await shippedRegister()
  const kvam = municipality(register, '4622')
  const like = municipalitiesLike(register, '4622', 6)

  expect(like).toHaveLength(6)
  for (const { municipality: other, reasons, likeness } of like) {
    expect(reasons.length).toBeGreaterThan(0)
    expect(likeness).toBeGreaterThan(0.5)
    expect(likeness).toBeLessThanOrEqual(1)
    expect(population(other) / population(kvam ?? other)).toBeGreaterThan(0.5)
    expect(population(other) / population(kvam ?? other)).toBeLessThan(2)
  }
})

test('what a page says of a likeness is true', async () => {
  const register = await shippedRegister()
  for (const one of municipalities(register)) {
    for (const { municipality: other, reasons } of municipalitiesLike(register, one.kommunenummer, 3)) {
      for (const reason of reasons) {
        if (reason.kind === 'kostraGroup') expect(other.kostraGroup).toBe(one.kostraGroup)
        if (reason.kind === 'centrality') expect(other.centralityClass).toBe(one.centralityClass)
        if (reason.kind === 'population') expect(reason.count).toBe(population(other))
      }
    }
  }
})

test('the page of Kristiansund tells county, older numbers and the cooperative it hosts', async () => {
  const page = municipalityPage(await shippedRegister(), '1505')

  expect(page?.county.name).toBe('Møre og Romsdal')
  expect(page?.jointBodies[0]?.body.name).toBe('Nordmøre Interkommunale Innkjøpssamarbeid (NII)')
  expect(page?.jointBodies[0]?.membership).toMatchObject({
    isHost: true,
    scope: 'purchasing',
    asOfYear: 2020,
  })
  expect(page?.jointBodies[0]?.others).toHaveLength(9)
  expect(municipalityPage(await shippedRegister(), '1502')).toBeNull()
})

test('a member that a source names by an older name is told by both', async () => {
  const page = municipalityPage(await shippedRegister(), '1578')
  const sunnmore = page?.jointBodies.find((one) => one.body.name === 'Innkjøpssamarbeidet på Sunnmøre')

  expect(page?.formerly.map((old) => old.name)).toEqual(['Norddal', 'Stordal'])
  expect(sunnmore?.membership.namedAs).toEqual(['Norddal', 'Stordal'])
})

test('the page of a county holds its municipalities, and all counties together hold them all', async () => {
  const register = await shippedRegister()
  const pages = counties(register).flatMap((county) => countyPage(register, county.fylkesnummer) ?? [])

  expect(countyPage(register, '46')?.municipalities).toHaveLength(43)
  expect(countyPage(register, '46')?.formerly.map((old) => old.name)).toEqual([
    'Hordaland',
    'Sogn og Fjordane',
  ])
  expect(countyPage(register, '03')?.organisation.kind).toBe('municipality')
  expect(pages.flatMap((page) => page.municipalities)).toHaveLength(357)
  expect(countyPage(register, '12')).toBeNull()
})

import { expect, test } from 'vitest'
import { county, municipality } from '#src/modules/organisations/index.ts'
import { isKnownCode, theme } from '#src/modules/vocabulary/index.ts'
import { shippedRegister } from '#src/testing/register.ts'
import type { Adopter, CaseContent, Party } from './contract.ts'
import { readShippedCases, readShippedSolutions } from './shipped-catalogue.ts'

const cases = readShippedCases()
const solutions = readShippedSolutions()
const contents = cases.map((one) => one.content)

test('all 180 cases and 28 solutions are there, each id once and in order', () => {
  for (const [records, count] of [
    [cases, 180],
    [solutions, 28],
  ] as const) {
    const ids = records.map((one) => one.id)
    expect(ids).toHaveLength(count)
    expect(ids).toEqual([...new Set(ids)].toSorted())
    expect(new Set(records.map((one) => one.hash)).size).toBe(count)
  }
})

test('nothing that the sources tell has fallen out on the way', () => {
  expect(sum(contents, (one) => one.provenance.sources.length)).toBe(392)
  expect(sum(contents, (one) => one.effects.length)).toBe(153)
  expect(sum(contents, (one) => one.lessons.length)).toBe(89)
  expect(sum(contents, (one) => one.who.suppliers.length)).toBe(106)
  expect(sum(contents, (one) => one.who.parties.length)).toBe(425)
  expect(sum(solutions, (one) => one.content.sources.length)).toBe(48)
  expect(contents.filter((one) => one.approach === undefined).map((one) => one.identity.title)).toEqual([
    'Gjenbruk av brukte byggevarer',
    'Innovative asfaltkontrakter',
    'Bærekraftige møbler til sentraladministrasjon',
  ])
})

test('grants, pilots, programmes, networks, enquiries and legal lessons are kinds of their own', () => {
  const kinds = Map.groupBy(contents, (one) => one.identity.kind)
  expect(Object.fromEntries([...kinds].map(([kind, of]) => [kind, of.length]))).toEqual({
    procurement: 102,
    grant: 33,
    pilot: 17,
    'market-enquiry': 10,
    programme: 9,
    network: 6,
    'legal-lesson': 3,
  })
  expect(contents.filter((one) => one.identity.level === 'mention')).toHaveLength(10)
})

test('every case has one to three themes of the vocabulary', () => {
  for (const { id, content } of cases) {
    const { themes } = content.identity
    expect([id, themes.length >= 1 && themes.length <= 3]).toEqual([id, true])
    expect([id, themes.filter((one) => theme(one) === null)]).toEqual([id, []])
  }
})

test('every procedure is a code of BT-105', () => {
  const codes = contents.map((one) => one.competition?.procedure).filter((code) => code !== undefined)
  expect(codes.filter((code) => !isKnownCode('procedure-type', code))).toEqual([])
  expect(codes).toHaveLength(27)
})

test('every municipality and county that is pointed at exists today', async () => {
  const register = await shippedRegister()
  for (const one of references()) {
    if ('kommunenummer' in one)
      expect([one, municipality(register, one.kommunenummer) !== null]).toEqual([one, true])
    if ('fylkesnummer' in one) expect([one, county(register, one.fylkesnummer) !== null]).toEqual([one, true])
  }
})

test('older names lead to the municipality of today, and keep the name they had then', () => {
  expect(referenceOf('case-001', 'Skedsmo')).toEqual({ kommunenummer: '3205' })
  expect(referenceOf('case-001', 'Sande')).toEqual({ kommunenummer: '3903' })
  expect(referenceOf('case-001', 'Bø')).toEqual({ kommunenummer: '4020' })
  expect(referenceOf('case-071', 'Lindås')).toEqual({ kommunenummer: '4631' })
  expect(referenceOf('case-104', 'Eid')).toEqual({ kommunenummer: '4649' })
  expect(referenceOf('case-128', 'Hedmark fylkeskommune')).toEqual({ fylkesnummer: '34' })
})

test('a name that was divided between several, or stands for many, points at nobody', () => {
  expect(referenceOf('case-187', 'Viken fylkeskommune')).toBeUndefined()
  expect(referenceOf('case-103', 'Sandøy')).toBeUndefined()
  const group = partyOf('case-016', '20 andre kommuner i Agder')
  expect(group).toEqual({
    name: '20 andre kommuner i Agder',
    role: 'participant',
    within: { fylkesnummer: '42' },
    count: 20,
  })
})

test('a figure repeats what its effect says, and no effect counts as measured without a method', () => {
  for (const { id, content } of cases) {
    for (const { text, figure, grade } of content.effects) {
      if (figure)
        expect([id, text.toLowerCase()]).toEqual([id, expect.stringContaining(figure.value.toLowerCase())])
      expect(grade).not.toBe('measured')
    }
  }
})

test('the steps of a case tell no number or date that the case does not tell elsewhere', () => {
  for (const { id, content } of cases) {
    const told = new Set(numbersIn(content.approach ?? ''))
    const invented = content.steps
      .flatMap((step) => numbersIn(step.text))
      .filter((number) => !told.has(number))
    expect([id, invented]).toEqual([id, []])
  }
})

test('two links of one record never have the same name', () => {
  for (const { id, sources } of [
    ...cases.map((one) => ({ id: one.id, sources: one.content.provenance.sources })),
    ...solutions.map((one) => ({ id: one.id, sources: one.content.sources })),
  ]) {
    const titles = sources.filter((source) => source.url).map((source) => source.title)
    expect([id, titles.length]).toEqual([id, new Set(titles).size])
  }
})

test('a text in nynorsk is marked as nynorsk, and the others are not nynorsk', () => {
  const nynorsk = /\b(ikkje|frå|kommunar|løysingar|eit|ein|skule|vart|lågt|meirkostnad)\b/i
  for (const { id, content } of cases) {
    const text = [content.need?.text, content.approach, ...content.effects.map((one) => one.text)].join(' ')
    if (content.language === 'nb') expect([id, nynorsk.exec(text)?.[0]]).toEqual([id, undefined])
  }
  expect(contents.filter((one) => one.language === 'nn')).toHaveLength(14)
})

test('every case that a solution came out of exists', () => {
  const ids = new Set(cases.map((one) => one.id))
  expect(solutions.flatMap((one) => one.content.fromCases).filter((id) => !ids.has(id))).toEqual([])
  expect(solutions.find((one) => one.id === 'solution-006')?.content.fromCases).toEqual(['case-205'])
})

function references() {
  const named: readonly (Party | Adopter)[] = [
    ...contents.flatMap((one) => one.who.parties),
    ...solutions.flatMap((one) => one.content.adopters),
  ]
  return named.flatMap((one) => [one.reference, one.within]).filter((one) => one !== undefined)
}

function partyOf(id: string, name: string): Party | undefined {
  return cases.find((one) => one.id === id)?.content.who.parties.find((party) => party.name === name)
}

function referenceOf(id: string, name: string) {
  const party = partyOf(id, name)
  if (!party) throw new Error(`${name} is not in ${id}`)
  return party.reference
}

function numbersIn(text: string): readonly string[] {
  return text.match(/\d+(?:[ ,.]\d+)*/g) ?? []
}

function sum<Item>(items: readonly Item[], size: (item: Item) => number): number {
  return items.reduce((total, item) => total + size(item), 0)
}

test('what the catalogue says of itself can be checked: no case claims to be seen or verified', () => {
  const claims = (content: CaseContent) =>
    content.provenance.verifiedOn ?? content.provenance.sources.find((source) => source.seenOn)
  expect(contents.filter(claims)).toEqual([])
})

import { expect, test } from 'vitest'
import { CaseContent, CaseFilter, CaseId } from './contract.ts'
import { readShippedCases } from './shipped-catalogue.ts'

const shipped = readShippedCases()[0]?.content

test('an id is «case-» and a number of at least three figures', () => {
  const valid = ['case-016', 'case-1001', 'case-16', 'Case-016', 'case-016 ', '../case-016']
  expect(valid.filter((id) => CaseId.safeParse(id).success)).toEqual(['case-016', 'case-1001'])
})

test('a link with values that mean nothing shows what it can', () => {
  expect(
    CaseFilter.parse({
      kind: 'pilot',
      theme: "'; drop table",
      county: '4',
      limit: '900',
      offset: '-1',
      sort: 'x',
    }),
  ).toEqual({ kind: 'pilot', sort: 'newest', limit: 20, offset: 0 })
})

test('a measured effect must say how it was measured', () => {
  const parse = (method?: string) =>
    CaseContent.safeParse({ ...shipped, effects: [{ text: '12 % mindre svinn', grade: 'measured', method }] })
  expect(parse('Veid i tolv uker').success).toBe(true)
  expect(parse().error?.issues).toMatchObject([{ path: ['effects', 0, 'method'] }])
})

test('a case cannot end before it began', () => {
  const identity = { ...shipped?.identity, fromYear: 2020, toYear: 2019 }
  expect(CaseContent.safeParse({ ...shipped, identity }).error?.issues).toMatchObject([
    { path: ['identity', 'toYear'], message: 'catalogue.identity.yearsBackwards' },
  ])
})

test('a source that is no web address is refused', () => {
  const withUrl = (url: string) =>
    CaseContent.safeParse({ ...shipped, provenance: { confidence: 'high', sources: [{ title: 'x', url }] } })
      .success
  expect([withUrl('https://example.no/a'), withUrl('javascript:alert(1)'), withUrl('nrk.no')]).toEqual([
    true,
    false,
    false,
  ])
})

test('a field that does not exist is told, not swallowed', () => {
  expect(CaseContent.safeParse({ ...shipped, efects: [] }).success).toBe(false)
})

import { expect, test } from 'vitest'
import { shippedRegister } from '#src/testing/register.ts'
import { findToJoin } from './find-to-join.ts'
import { domainFit, workDomain } from './mail-domain.ts'

async function names(words: string): Promise<readonly string[]> {
  return findToJoin(await shippedRegister(), words, 5).map(({ name }) => name)
}

test('a body is found by its name, its Sami name, its abbreviation, and its number', async () => {
  expect((await names('bodø'))[0]).toBe('Bodø kommune')
  expect((await names('BERGEN'))[0]).toBe('Bergen kommune')
  expect((await names('kárášjohka'))[0]).toContain('Karasjok')
  expect((await names('NII'))[0]).toContain('Nordmøre')
  const [bodo] = findToJoin(await shippedRegister(), 'Bodø kommune', 1)
  const digits = bodo?.organisasjonsnummer ?? ''
  expect(await names(`${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`)).toEqual([
    'Bodø kommune',
  ])
})

test('whoever had the name before comes last, and nothing is found for nothing', async () => {
  const berg = findToJoin(await shippedRegister(), 'berg', 20).map(({ name }) => name)
  expect(berg[0]).toBe('Bergen kommune')
  expect(berg.at(-1)).toBe('Senja kommune')
  expect(await names('')).toEqual([])
  expect(await names('…')).toEqual([])
  expect(await names('xqzw')).toEqual([])
  expect(await names('123456789')).toEqual([])
})

test('an address tells where somebody works only where not anybody can have one', () => {
  expect(workDomain('kari@bodo.kommune.no')).toBe('bodo.kommune.no')
  expect(workDomain('kari@gmail.com')).toBeNull()
  expect(workDomain(null)).toBeNull()
  expect(domainFit('ny@bodo.kommune.no', ['kari@BODO.kommune.no'.toLowerCase()])).toBe('same')
  expect(domainFit('ny@voss.kommune.no', ['kari@bodo.kommune.no'])).toBe('other')
  expect(domainFit('ny@gmail.com', ['kari@bodo.kommune.no'])).toBe('other')
  expect(domainFit('ny@gmail.com', ['kari@gmail.com', null])).toBe('unknown')
})

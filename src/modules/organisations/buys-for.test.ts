import { expect, test } from 'vitest'
import { shippedRegister } from '#src/testing/register.ts'
import { buysFor, hostedBy, membershipsDigest, namesBody } from './buys-for.ts'
import type { JointBody } from './joint-body.ts'
import { municipality, type Register } from './register.ts'

async function body(beginning: string): Promise<JointBody> {
  const found = (await shippedRegister()).jointBodies.find(({ name }) => name.startsWith(beginning))
  if (!found) throw new Error(`No joint body is called ${beginning}`)
  return found
}

function dated(one: JointBody, dates: Partial<JointBody['members'][number]>): JointBody {
  return { ...one, members: one.members.map((member) => ({ ...member, ...dates })) }
}

test('a cooperative buys for its members, and a regional council for itself', async () => {
  expect(buysFor(await body('Nordmøre'), '2026-11-21')).toHaveLength(10)
  expect(buysFor(await body('Rådet for Hallingdal'), '2026-11-21')).toEqual([])
  expect(buysFor(await body('Ålesundregionens'), '2026-11-21')).toEqual([])
})

test('a dated member is bought for from its first day to its last', async () => {
  const nii = await body('Nordmøre')
  const on = (dates: Partial<JointBody['members'][number]>) => buysFor(dated(nii, dates), '2024-07-01').length
  expect(on({ validFrom: '2024-07-01' })).toBe(10)
  expect(on({ validFrom: '2024-07-02' })).toBe(0)
  expect(on({ validTo: '2024-07-01' })).toBe(10)
  expect(on({ validTo: '2024-06-30' })).toBe(0)
})

test('nobody is bought for after a body has ended', async () => {
  const ended = { ...(await body('Nordmøre')), endedYear: 2022 }
  expect(buysFor(ended, '2022-12-31')).toHaveLength(10)
  expect(buysFor(ended, '2023-01-01')).toEqual([])
})

test('a host that no source names as a member is not bought for', async () => {
  const nii = await body('Nordmøre')
  const members = nii.members.map((member) => ({ ...member, isMember: !member.isHost }))
  expect(buysFor({ ...nii, members }, '2026-11-21')).toHaveLength(9)
})

test('a host is known by what it hosts', async () => {
  const register = await shippedRegister()
  const names = (kommunenummer: string) => {
    const one = municipality(register, kommunenummer)
    return one ? hostedBy(register, one.organisation).map(({ name }) => name) : []
  }
  expect(names('1505')).toEqual(['Nordmøre Interkommunale Innkjøpssamarbeid (NII)'])
  expect(names('1554')).toEqual([])
})

test.each([
  ['Kristiansund kommune v/ NII', true],
  ['Rammeavtale for medlemmene i Nordmøre interkommunale innkjøpssamarbeid', true],
  ['Avtale (NII) om brød', true],
  ['Avtalen gjelder for nii personer', false],
  ['UNIIK løsning', false],
  ['Kristiansund kommune', false],
])('«%s» names the body: %s', async (text, expected) => {
  expect(namesBody(text, await body('Nordmøre'))).toBe(expected)
})

test('the digest changes with a member, a date and a name, and not with the order', async () => {
  const register = await shippedRegister()
  const nii = await body('Nordmøre')
  const without: Register = {
    ...register,
    jointBodies: register.jointBodies.map((one) =>
      one.id === nii.id ? { ...one, members: one.members.slice(1) } : one,
    ),
  }
  const turned = { ...register, jointBodies: register.jointBodies.toReversed() }
  expect(membershipsDigest(turned)).toBe(membershipsDigest(register))
  expect(membershipsDigest(without)).not.toBe(membershipsDigest(register))
})

import { expect, test } from 'vitest'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { municipality } from '#src/modules/organisations/index.ts'
import { noticeXml } from '#src/testing/notice-xml.ts'
import { shippedRegister } from '#src/testing/register.ts'
import { principalsOf } from './principals.ts'
import { readNotice } from './read-notice.ts'

const ID = '0b9d7d10-5d0f-4d0c-9a35-000000000001'

function competition(name: string, more: { title?: string; flags?: string } = {}) {
  const xml = noticeXml({ id: ID, title: more.title ?? 'Brød', buyer: { name } }).replace(
    '<efac:Organization><efac:Company>',
    `<efac:Organization>${more.flags ?? ''}<efac:Company>`,
  )
  const read = readNotice(new TextEncoder().encode(xml))
  if (!read.ok) throw new Error(JSON.stringify(read.failure))
  return read.value
}

async function known() {
  const register = await shippedRegister()
  const of = (number: string) => municipality(register, number)?.organisation as OrganisationId
  const nii = register.jointBodies.find(({ name }) => name.startsWith('Nordmøre'))?.id as OrganisationId
  return { register, of, nii }
}

test('what a cooperative buys is bought for its members', async () => {
  const { register, of, nii } = await known()
  const notice = competition('Nordmøre Interkommunale Innkjøpssamarbeid')
  const principals = principalsOf(register, { notice, buyers: [nii], day: '2026-10-01' })
  expect(principals).toHaveLength(10)
  expect(principals).toContainEqual({ organisation: of('1554'), body: nii, basis: 'body' })
})

test('members whom the notice names are buyers and nothing more', async () => {
  const { register, of, nii } = await known()
  const notice = competition('Nordmøre Interkommunale Innkjøpssamarbeid')
  const buyers = [nii, of('1554'), of('1505')]
  const principals = principalsOf(register, { notice, buyers, day: '2026-10-01' })
  expect(principals.map(({ organisation }) => organisation)).not.toContain(of('1554'))
  expect(principals).toHaveLength(8)
})

test('a host that buys says nothing of the others, unless it buys for them or names the body', async () => {
  const { register, of, nii } = await known()
  const found = (notice: ReturnType<typeof competition>) =>
    principalsOf(register, { notice, buyers: [of('1505')], day: '2026-10-01' })
  expect(found(competition('Kristiansund kommune'))).toEqual([])
  const named = found(competition('Kristiansund kommune', { title: 'Brød til kommunene i NII' }))
  expect(named).toHaveLength(9)
  expect(named).toContainEqual({ organisation: of('1554'), body: nii, basis: 'hostNamesBody' })
  const flags = '<efbc:AcquiringCPBIndicator>true</efbc:AcquiringCPBIndicator>'
  expect(found(competition('Kristiansund kommune', { flags }))[0]?.basis).toBe('hostForOthers')
})

test('a member that is no host does not buy for the others, whatever its notice says', async () => {
  const { register, of } = await known()
  const notice = competition('Averøy kommune', { title: 'Brød, utenfor avtalen til NII' })
  expect(principalsOf(register, { notice, buyers: [of('1554')], day: '2026-10-01' })).toEqual([])
})

test('a buyer nobody knows buys for nobody we know', async () => {
  const { register } = await known()
  const notice = competition('Ukjent innkjøpssamarbeid')
  expect(principalsOf(register, { notice, buyers: [null], day: '2026-10-01' })).toEqual([])
})

import { expect, test } from 'vitest'
import { cookiesOf } from './cookies.ts'

const here = cookiesOf({ BASE_URL: 'http://localhost:3000' })
const there = cookiesOf({ BASE_URL: 'https://spydspiss.no' })

test('every cookie is out of reach of scripts and of other sites, and over https of plain http', () => {
  for (const cookies of [here, there]) {
    const all = [cookies.session, cookies.newcomer, cookies.idToken, cookies.signIn('state')]
    for (const { set } of all) expect(set('a')).toMatch(/; HttpOnly; SameSite=Lax/)
  }
  expect(there.session.set('abc')).toBe('__Host-spydspiss-okt=abc; Path=/; HttpOnly; SameSite=Lax; Secure')
  expect(there.signIn('s').set('abc', 600)).toBe(
    '__Host-spydspiss-inn-s=abc; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=600',
  )
  expect(there.idToken.set('abc')).toBe(
    '__Secure-spydspiss-bevis=abc; Path=/logg-ut; HttpOnly; SameSite=Lax; Secure',
  )
})

test('a state can put nothing into the header', () => {
  expect(here.signIn('a=b; Domain=evil\r\nset-cookie: x').name).toBe('spydspiss-inn-abDomainevil')
})

import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const production = {
  MODE: 'production',
  BASE_URL: 'https://spydspiss.example',
  SESSION_SECRET: 'a'.repeat(32),
}
const provider = {
  OIDC_ISSUER: 'https://ansattporten.no',
  OIDC_CLIENT_ID: 'spydspiss',
  OIDC_CLIENT_SECRET: 'shared',
}

test.each([
  [{ OIDC_ISSUER: 'ansattporten' }, 'OIDC_ISSUER must be an address such as https://ansattporten.no'],
  [{ ...provider, OIDC_CLIENT_ID: '' }, 'OIDC_CLIENT_ID is missing'],
  [{ ...provider, OIDC_CLIENT_SECRET: '' }, 'OIDC_CLIENT_SECRET or OIDC_CLIENT_KEY_FILE is missing'],
  [{ ...provider, OIDC_ISSUER: 'http://ansattporten.no' }, 'OIDC_ISSUER must begin with https://'],
  [
    { ...production, ...provider, OIDC_ISSUER: 'http://localhost:8000' },
    'OIDC_ISSUER must begin with https://',
  ],
  [{ OIDC_SCOPE: 'profile' }, 'OIDC_SCOPE must hold openid'],
  [{ OIDC_AUTHORIZATION_DETAILS: '[' }, 'OIDC_AUTHORIZATION_DETAILS must be a JSON list'],
  [{ OIDC_AUTHORIZATION_DETAILS: '[{}]' }, 'OIDC_AUTHORIZATION_DETAILS must be a JSON list'],
  [{ SESSION_IDLE_MINUTES: '0' }, 'SESSION_IDLE_MINUTES must be at least 5'],
  [{ SESSION_HOURS: 'lang' }, 'SESSION_HOURS must be a number of hours'],
  [{ TRUSTED_PROXIES: '10.0.0.0/8, proxy.local' }, 'TRUSTED_PROXIES'],
])('%j is told in a sentence', (settings, sentence) => {
  expect(() => readConfig(settings)).toThrow(sentence)
})

test('a provider on this machine may be plain http in a demonstration', () => {
  const issuer = 'http://127.0.0.1:8000'
  expect(readConfig({ ...provider, OIDC_ISSUER: issuer }).OIDC_ISSUER).toBe(issuer)
})

test('production needs no provider: then everything is read and nobody signs in', () => {
  expect(readConfig(production).OIDC_ISSUER).toBeUndefined()
})

test('proxies are a list of addresses and networks', () => {
  expect(readConfig({ TRUSTED_PROXIES: '10.0.0.0/8, 2001:db8::/32  127.0.0.1' }).TRUSTED_PROXIES).toEqual([
    '10.0.0.0/8',
    '2001:db8::/32',
    '127.0.0.1',
  ])
  expect(readConfig({ TRUSTED_PROXIES: 'off' }).TRUSTED_PROXIES).toEqual([])
})

import { expect, test } from 'vitest'
import { ownPath } from './return-to.ts'

test.each(['/', '/anskaffelser/case-016', '/nn/sok?q=alarm&type=case', '/om#slik', '/sok?q=//evil.example'])(
  '%s is a page to come back to',
  (path) => expect(ownPath(path)).toBe(path),
)

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\\/evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  'https://evil.example',
  'https:/evil.example',
  'javascript:alert(1)',
  ' /anskaffelser',
  '',
  'anskaffelser',
  `/${'a'.repeat(2000)}`,
  null,
  undefined,
  ['/anskaffelser'],
])('%j is not, and leads home', (asked) => expect(ownPath(asked, '/nn')).toBe('/nn'))

test('an address with a line break in it becomes one without', () => {
  expect(ownPath('/om\r\nset-cookie: a=b')).toBe('/omset-cookie:%20a=b')
})

test('what is written in code stays code: no browser reads it as another site', () => {
  expect(ownPath('/%2F%2Fevil.example')).toBe('/%2F%2Fevil.example')
  expect(ownPath('/%5Cevil.example')).toBe('/%5Cevil.example')
})

test.each([
  '/logg-inn',
  '/nn/logg-inn?til=/',
  '/logg-ut',
  '/en/logg-inn/tilbake?code=1',
  '/demo-innlogging/abc',
])('one does not come back to %s', (path) => expect(ownPath(path)).toBe('/'))

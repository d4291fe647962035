import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

async function address(near: string | null, forwarded: string | null, trusted: readonly string[]) {
  const app = new Hono()
  const of = clientAddress(trusted)
  app.get('*', (c) => c.text(of(c)))
  const env = near === null ? {} : { incoming: { socket: { remoteAddress: near, remoteFamily: 'IPv4' } } }
  const headers = forwarded === null ? {} : { 'x-forwarded-for': forwarded }
  return (await app.request('/', { headers }, env)).text()
}

const PROXIES = ['10.0.0.0/8', '2001:db8:1::/48', '192.0.2.1']

test.each([
  ['a reader without a proxy', '203.0.113.9', null, [], '203.0.113.9'],
  ['a header that nobody is trusted to write', '203.0.113.9', '1.2.3.4', [], '203.0.113.9'],
  ['a header from one who is no proxy of ours', '203.0.113.9', '1.2.3.4', PROXIES, '203.0.113.9'],
  ['a proxy of ours', '10.1.2.3', '203.0.113.9', PROXIES, '203.0.113.9'],
  ['two proxies of ours', '10.1.2.3', '203.0.113.9, 192.0.2.1', PROXIES, '203.0.113.9'],
  ['what the reader wrote before the proxy did', '10.1.2.3', '1.2.3.4, 203.0.113.9', PROXIES, '203.0.113.9'],
  ['nonsense before the proxy', '10.1.2.3', '<script>, unknown, 203.0.113.9', PROXIES, '203.0.113.9'],
  ['a proxy that tells nothing', '10.1.2.3', null, PROXIES, '10.1.2.3'],
  ['IPv4 over IPv6', '::ffff:10.1.2.3', '::ffff:203.0.113.9', PROXIES, '203.0.113.9'],
  ['IPv6, by the network of the household', '10.1.2.3', '2001:db8:2:3:aaaa::1', PROXIES, '2001:db8:2:3::/64'],
  ['IPv6 in short', '::1', null, [], '0:0:0:0::/64'],
  ['an IPv6 proxy', '2001:db8:1::7', '2001:0db8:0002:0003::9', PROXIES, '2001:db8:2:3::/64'],
  ['no connection', null, '1.2.3.4', PROXIES, 'unknown'],
])('%s', async (_, near, forwarded, trusted, expected) => {
  expect(await address(near, forwarded, trusted)).toBe(expected)
})

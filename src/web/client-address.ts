import { BlockList, isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * Whom a request comes from, as far as can be told: the nearest address that is not one of our own proxies.
 *
 * Anybody can write anything into `X-Forwarded-For`; only what our own proxies have added at its end is true.
 */
export function clientAddress(trustedProxies: readonly string[]): (c: Context) => string {
  const proxies = blockList(trustedProxies)
  const isProxy = (address: string) => proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return (c) => {
    const near = remoteAddress(c)
    if (near === null) return 'unknown'
    const way = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => bare(one.trim()))
    const chain = [...way.filter((one) => isIP(one) !== 0), near]
    return asOne(chain.findLast((address) => !isProxy(address)) ?? near)
  }
}

function blockList(addresses: readonly string[]): BlockList {
  const list = new BlockList()
  for (const one of addresses) {
    const [address = '', prefix] = one.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return list
}

/** Null where there is no connection, as in tests that ask the site without one. */
function remoteAddress(c: Context): string | null {
  if (!c.env?.incoming) return null
  const { address } = getConnInfo(c).remote
  return address === undefined ? null : bare(address)
}

/** An IPv4 address is the same whether it came over IPv6 or not. */
function bare(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

/** One household or office has a whole IPv6 network, and may use any of its addresses. */
function asOne(address: string): string {
  if (isIP(address) !== 6) return address
  const [before = '', after] = address.split('%')[0]?.split('::') ?? []
  const head = before === '' ? [] : before.split(':')
  const tail = after ? after.split(':') : []
  const all = [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

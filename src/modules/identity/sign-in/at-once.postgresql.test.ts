import { afterAll, beforeAll, expect, test } from 'vitest'
import { withOwnDatabase } from '#src/testing/database.ts'
import { startProvider, type TestProvider } from '#src/testing/oidc-provider.ts'
import { aBrowser } from '#src/testing/signing-in.ts'
import { discoveredProvider } from './discovered-provider.ts'
import type { IdentityProvider } from './identity-provider.ts'

let there: TestProvider
let provider: IdentityProvider
beforeAll(async () => {
  there = await startProvider()
  provider = await discoveredProvider(there.config, there.issuer, () => new Date())
})
afterAll(() => there.stop())

const KARI = { sub: 'kari', name: 'Kari Nordmann', email: 'kari@voss.example', email_verified: true }

test('somebody who comes the first time in ten windows at once is one person', () =>
  withOwnDatabase(async (db) => {
    there.next(KARI)
    const ten = await Promise.all(
      Array.from({ length: 10 }, () => aBrowser(db, { there, provider }).signIn()),
    )
    expect(ten.every(({ ok }) => ok)).toBe(true)
    expect(new Set(ten.map((one) => one.ok && one.value.person)).size).toBe(1)
    expect(await db.selectFrom('person').selectAll().execute()).toHaveLength(1)
    expect(await db.selectFrom('session').selectAll().execute()).toHaveLength(10)
  }))

test('an address that is opened twenty times at once signs in once', () =>
  withOwnDatabase(async (db) => {
    there.next(KARI)
    const { begin, finish } = aBrowser(db, { there, provider })
    const { address, browserSecret } = await begin()
    const callback = await there.follow(address)
    const twenty = await Promise.all(Array.from({ length: 20 }, () => finish(callback, browserSecret)))
    expect(twenty.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db.selectFrom('session').selectAll().execute()).toHaveLength(1)
  }))

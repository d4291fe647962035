import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase } from '#src/testing/database.ts'
import { startProvider, type TestProvider } from '#src/testing/oidc-provider.ts'
import { aBrowser, CALLBACK } from '#src/testing/signing-in.ts'
import { beginSignIn, SIGN_IN_MS } from './begin-sign-in.ts'
import { discoveredProvider } from './discovered-provider.ts'
import { finishSignIn } from './finish-sign-in.ts'
import type { IdentityProvider } from './identity-provider.ts'

let there: TestProvider
let provider: IdentityProvider
beforeAll(async () => {
  there = await startProvider()
  provider = await discoveredProvider(there.config, there.issuer, () => new Date())
})
afterAll(() => there.stop())

const KARI = { sub: 'pairwise-kari', name: 'Kari Nordmann', pid: '05066512345' }
test('a sign-in is used once', () =>
  withDatabase(async (db) => {
    there.next(KARI)
    const { begin, finish } = aBrowser(db, { there, provider })
    const { address, browserSecret } = await begin()
    const callback = await there.follow(address)
    expect((await finish(callback, browserSecret)).ok).toBe(true)
    expect(await finish(callback, browserSecret)).toMatchObject({ failure: { kind: 'unknownSignIn' } })
  }))

test("a state that was changed is nobody's", () =>
  withDatabase(async (db) => {
    there.next(KARI)
    const { begin, finish } = aBrowser(db, { there, provider })
    const { address, browserSecret } = await begin()
    const callback = await there.follow(address)
    callback.searchParams.set('state', `${callback.searchParams.get('state')}x`)
    expect(await finish(callback, browserSecret)).toMatchObject({
      failure: { kind: 'unknownSignIn', returnTo: null },
    })
  }))

test('an address that somebody else is sent signs nobody in, and is then used up', () =>
  withDatabase(async (db) => {
    there.next(KARI)
    const { begin, finish } = aBrowser(db, { there, provider })
    const { address, browserSecret } = await begin()
    const callback = await there.follow(address)
    const other = await begin()
    expect(await finish(callback, other.browserSecret)).toMatchObject({ failure: { kind: 'otherBrowser' } })
    expect(await finish(callback, browserSecret)).toMatchObject({ failure: { kind: 'unknownSignIn' } })
    const again = await begin()
    expect(await finish(await there.follow(again.address), null)).toMatchObject({
      failure: { kind: 'otherBrowser' },
    })
  }))

test('ten minutes is too late', () =>
  withDatabase(async (db) => {
    there.next(KARI)
    const { begin, finish, wait } = aBrowser(db, { there, provider })
    const { address, browserSecret } = await begin('/nn/tema')
    const callback = await there.follow(address)
    wait(SIGN_IN_MS)
    expect(await finish(callback, browserSecret)).toMatchObject({
      failure: { kind: 'tooLate', returnTo: '/nn/tema' },
    })
  }))

test.each([
  ['nonce', (address: URL) => address.searchParams.set('nonce', 'another')],
  [
    'code challenge',
    (address: URL) =>
      address.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'),
  ],
])('a token made for another %s is not trusted', (_, meddle) =>
  withDatabase(async (db) => {
    there.next(KARI)
    const { begin, finish } = aBrowser(db, { there, provider })
    const { address, browserSecret } = await begin()
    meddle(address)
    expect(await finish(await there.follow(address), browserSecret)).toMatchObject({
      failure: { kind: 'notTrusted' },
    })
    expect(await db.selectFrom('session').selectAll().execute()).toEqual([])
  }),
)

test.each([
  ['another issuer', (callback: URL) => callback.searchParams.set('iss', 'https://evil.example')],
  ['no issuer', (callback: URL) => callback.searchParams.delete('iss')],
  ["a code that is not the provider's", (callback: URL) => callback.searchParams.set('code', 'made-up')],
])('an answer with %s is not trusted', (_, meddle) =>
  withDatabase(async (db) => {
    there.next(KARI)
    const { begin, finish } = aBrowser(db, { there, provider })
    const { address, browserSecret } = await begin()
    const callback = await there.follow(address)
    meddle(callback)
    expect(await finish(callback, browserSecret)).toMatchObject({ failure: { kind: 'notTrusted' } })
  }),
)

test('whoever says no at the provider is told so', () =>
  withDatabase(async (db) => {
    there.next(null)
    const { signIn } = aBrowser(db, { there, provider })
    expect(await signIn()).toEqual({
      ok: false,
      failure: { kind: 'refusedThere', reason: 'access_denied', returnTo: '/anskaffelser' },
    })
  }))

test('a provider that is not there is told apart, at the beginning and at the end', () =>
  withDatabase(async (db) => {
    const gone = await startProvider()
    const silent = await discoveredProvider(gone.config, gone.issuer, () => new Date())
    gone.next(KARI)
    const { deps } = aBrowser(db, { there, provider })
    const begun = await beginSignIn(
      { ...deps, provider: silent },
      { returnTo: '/', callback: CALLBACK, language: 'nb' },
    )
    if (!begun.ok) throw new Error(begun.failure.reason)
    const callback = await gone.follow(begun.value.address)
    await gone.stop()
    expect(
      await finishSignIn(
        { ...deps, provider: silent },
        { callback, browserSecret: begun.value.browserSecret, device: '', language: () => 'nb' },
      ),
    ).toMatchObject({ failure: { kind: 'providerDown' } })
    const never = await discoveredProvider(gone.config, gone.issuer, () => new Date())
    expect(
      await beginSignIn({ ...deps, provider: never }, { returnTo: '/', callback: CALLBACK, language: 'nb' }),
    ).toMatchObject({ failure: { kind: 'providerDown' } })
  }))

test('what a provider says of itself is asked for once an hour, and an old answer is better than none', async () => {
  const gone = await startProvider()
  let now = new Date('2026-11-22T12:00:00Z')
  const found = await discoveredProvider(gone.config, gone.issuer, () => now)
  const begin = () =>
    found.begin(
      { state: 's', nonce: 'n', codeVerifier: 'v'.repeat(43) },
      { callback: CALLBACK, language: 'nn' },
    )
  const first = await begin()
  expect(first.ok && first.value.searchParams.get('ui_locales')).toBe('nn')
  await gone.stop()
  for (const minutes of [59, 61, 180]) {
    now = new Date(now.getTime() + minutes * 60_000)
    expect((await begin()).ok, `after ${minutes} minutes`).toBe(true)
  }
})

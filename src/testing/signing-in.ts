import { beginSignIn, finishSignIn, type IdentityProvider } from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'
import { SITE, type TestProvider } from './oidc-provider.ts'

export const SIGN_IN_START = new Date('2026-11-22T12:00:00Z')
export const CALLBACK = new URL('/logg-inn/tilbake', SITE)
const limits = { idleMs: 3_600_000, longestMs: 7_200_000 }

/** A browser that signs in at the provider of the test, step by step, so that a test can meddle between. */
export function aBrowser(
  db: Database,
  { there, provider }: { there: TestProvider; provider: IdentityProvider },
) {
  let now = SIGN_IN_START
  const deps = { db, now: () => now, limits, provider }
  const begin = async (returnTo = '/anskaffelser') => {
    const begun = await beginSignIn(deps, { returnTo, callback: CALLBACK, language: 'nb' })
    if (!begun.ok) throw new Error(begun.failure.reason)
    return begun.value
  }
  const finish = (callback: URL, browserSecret: string | null) =>
    finishSignIn(deps, { callback, browserSecret, device: 'Firefox · Linux', language: () => 'nb' })
  const signIn = async () => {
    const { address, browserSecret } = await begin()
    return finish(await there.follow(address), browserSecret)
  }
  return { deps, begin, finish, signIn, wait: (ms: number) => (now = new Date(now.getTime() + ms)) }
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newDemoKey } from '#src/modules/identity/demo/create-demo-provider.ts'
import { newSecret } from '#src/modules/identity/secret.ts'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from '#src/testing/database.ts'
import { SITE, startProvider, type TestProvider } from '#src/testing/oidc-provider.ts'
import { aBrowser, SIGN_IN_START } from '#src/testing/signing-in.ts'
import { discoveredProvider } from './discovered-provider.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { openIdToken } from './seal-id-token.ts'

let there: TestProvider
let provider: IdentityProvider
beforeAll(async () => {
  there = await startProvider()
  provider = await discoveredProvider(there.config, there.issuer, () => new Date())
})
afterAll(() => there.stop())

const KARI = { sub: 'pairwise-kari', name: 'Kari Nordmann', pid: '05066512345' }
test('a national identity number is stored nowhere, whatever form it comes in', () =>
  withDatabase(async (db) => {
    there.next({ ...KARI, authorization_details: [{ type: 'unknown', pid: KARI.pid }] })
    const { signIn } = aBrowser(db, { there, provider })
    const named = await signIn()
    there.next({ sub: 'nameless', pid: KARI.pid })
    const nameless = await signIn()
    if (!named.ok || !nameless.ok) throw new Error('not signed in')
    const stored = await everythingIn(db)
    expect(stored).toContain('pairwise-kari')
    for (const { sealedIdToken } of [named.value, nameless.value]) {
      expect(sealedIdToken).not.toBeNull()
      expect(stored).not.toContain(sealedIdToken)
      expect(readable(sealedIdToken ?? '')).not.toContain(KARI.pid)
    }
    expect(stored).not.toContain(KARI.pid)
    expect(stored).not.toContain('eyJ')
  }))

test('the token for signing out at the provider opens with the key of the session, and with no other', () =>
  withDatabase(async (db) => {
    there.next(KARI)
    const { signIn } = aBrowser(db, { there, provider })
    const signedIn = await signIn()
    const { id_token_key: key } = await db.selectFrom('session').selectAll().executeTakeFirstOrThrow()
    const sealed = (signedIn.ok && signedIn.value.sealedIdToken) || ''
    const idToken = openIdToken({ key: key ?? '', sealed })
    expect(readable(idToken?.split('.')[1] ?? '')).toContain('pairwise-kari')
    expect(openIdToken({ key: newSecret(), sealed })).toBeNull()
    expect(openIdToken({ key: key ?? '', sealed: `${sealed.slice(0, -2)}AA` })).toBeNull()
    expect(openIdToken({ key: key ?? '', sealed: 'short' })).toBeNull()
    const to = await provider.signOutAddress(idToken, new URL('/logg-ut', SITE))
    expect(to?.searchParams.get('id_token_hint')).toBe(idToken)
    expect(to?.searchParams.get('post_logout_redirect_uri')).toBe(`${SITE}/logg-ut`)
  }))

test('the site may prove who it is by a key instead of a secret', () =>
  withDatabase(async (db) => {
    const key = await newDemoKey()
    const folder = mkdtempSync(join(tmpdir(), 'spydspiss-key-'))
    const file = join(folder, 'client.jwk')
    writeFileSync(file, JSON.stringify({ ...key, kid: 'key-1' }))
    const other = await startProvider({ OIDC_CLIENT_SECRET: '', OIDC_CLIENT_KEY_FILE: file }, key)
    try {
      other.next(KARI)
      const keyed = await discoveredProvider(other.config, other.issuer, () => new Date())
      const finished = await aBrowser(db, { there: other, provider: keyed }).signIn()
      expect(finished).toMatchObject({ ok: true })
      writeFileSync(file, '{"kty":"RSA"}')
      await expect(discoveredProvider(other.config, other.issuer, () => SIGN_IN_START)).rejects.toThrow(
        'must name a file with a private key',
      )
    } finally {
      await other.stop()
      rmSync(folder, { recursive: true })
    }
  }))

/** Every row of every table, as text. */
async function everythingIn(db: Database): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'
  `.execute(db)
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(db)
    texts.push(...rows.map(({ row }) => row))
  }
  return texts.join('\n')
}

function readable(base64url: string): string {
  return Buffer.from(base64url, 'base64url').toString('latin1')
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { PersonId } from '#src/modules/identity/contract.ts'
import { insertPerson, membershipsOf } from '#src/modules/identity/index.ts'
import { findSession } from '#src/modules/identity/sessions/find-session.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import { newId } from '#src/platform/ids.ts'
import { withDatabase } from '#src/testing/database.ts'
import { startProvider, type TestProvider } from '#src/testing/oidc-provider.ts'
import { aBrowser, SIGN_IN_START } from '#src/testing/signing-in.ts'
import { discoveredProvider } from './discovered-provider.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { welcomeNewcomer } from './welcome-newcomer.ts'

let there: TestProvider
let provider: IdentityProvider
beforeAll(async () => {
  there = await startProvider()
  provider = await discoveredProvider(there.config, there.issuer, () => new Date())
})
afterAll(() => there.stop())

const KARI = { sub: 'pairwise-kari', name: 'Kari Nordmann', pid: '05066512345' }
test('the first time one becomes a person, the next time one is the same', () =>
  withDatabase(async (db) => {
    there.next(KARI)
    const { signIn, deps } = aBrowser(db, { there, provider })
    const first = await signIn()
    const second = await signIn()
    if (!first.ok || !second.ok) throw new Error('not signed in')
    expect(first.value).toMatchObject({ kind: 'signedIn', returnTo: '/anskaffelser', mustChoose: true })
    expect(second.value.person).toBe(first.value.person)
    expect(second.value.token).not.toBe(first.value.token)
    expect((await findSession(deps, second.value.token))?.actor.name).toBe('Kari Nordmann')
  }))

test('one whose name the provider does not tell says it, once, and is signed in', () =>
  withDatabase(async (db) => {
    there.next({ sub: 'nameless' })
    const { signIn, deps } = aBrowser(db, { there, provider })
    const proven = await signIn()
    if (!proven.ok) throw new Error('not proven')
    expect(proven.value).toMatchObject({ kind: 'newcomer', person: null })
    expect(await findSession(deps, proven.value.token)).toBeNull()
    const welcome = (name: string) =>
      welcomeNewcomer(deps, proven.value.token, { name, language: 'nn', device: '' })
    for (const name of ['', ' a ', '12', '<b>Kari</b>', 'kari@voss.no', 'x'.repeat(121)]) {
      expect(await welcome(name), name).toEqual({ ok: false, failure: { kind: 'nameMissing' } })
    }
    const welcomed = await welcome('  Kari   Nordmann ')
    if (!welcomed.ok) throw new Error('not welcomed')
    expect((await findSession(deps, welcomed.value.token))?.actor).toMatchObject({
      name: 'Kari Nordmann',
      language: 'nn',
    })
    expect(await welcome('Kari Nordmann')).toEqual({ ok: false, failure: { kind: 'unknownSignIn' } })
    const again = await signIn()
    expect(again.ok && again.value.kind).toBe('signedIn')
  }))

test('whoever may represent a public body reads for it at once, and an ended role is not given back', () =>
  withDatabase(async (db) => {
    const voss = await ensureOrganisation(db, {
      name: 'Prøve kommune',
      organisasjonsnummer: '964338531',
      kind: 'municipality',
    })
    const details = [
      { type: 'ansattporten:altinn:resource', authorized_parties: [{ orgno: { ID: '0192:964338531' } }] },
    ]
    there.next({ ...KARI, authorization_details: details })
    const { signIn, deps } = aBrowser(db, { there, provider })
    const first = await signIn()
    if (!first.ok || !first.value.person) throw new Error('not signed in')
    expect(first.value.mustChoose).toBe(false)
    expect((await findSession(deps, first.value.token))?.actor).toMatchObject({
      organisation: voss,
      roles: new Set(['reader']),
    })
    const audited = await db.selectFrom('audit_entry').selectAll().execute()
    expect(audited).toMatchObject([
      { action: 'membership.proven', person_id: first.value.person, organisation_id: voss },
    ])
    await db.updateTable('membership').set({ status: 'ended', ended_at: SIGN_IN_START }).execute()
    await signIn()
    expect(await membershipsOf(db, { person: first.value.person, on: '2026-11-22' })).toEqual([])
  }))

test('somebody set up in advance is recognised by an address that the provider has verified, and by no other', () =>
  withDatabase(async (db) => {
    const expected = PersonId.parse(newId())
    await insertPerson(db, {
      id: expected,
      name: 'Kari Nordmann',
      email: 'kari@voss.example',
      language: 'nb',
      createdAt: SIGN_IN_START,
    })
    const { signIn } = aBrowser(db, { there, provider })
    there.next({ sub: 'liar', name: 'Lur', email: 'kari@voss.example', email_verified: false })
    const liar = await signIn()
    there.next({ sub: 'kari', name: 'Kari', email: 'Kari@voss.example', email_verified: true })
    const kari = await signIn()
    there.next({ sub: 'second', name: 'Kari', email: 'kari@voss.example', email_verified: true })
    const second = await signIn()
    expect(kari.ok && kari.value.person).toBe(expected)
    expect(liar.ok && liar.value.person).not.toBe(expected)
    expect(second.ok && second.value.person).not.toBe(expected)
  }))

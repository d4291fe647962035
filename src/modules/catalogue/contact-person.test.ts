import { expect, test } from 'vitest'
import { endMembership, leavePlatform, rolesOf } from '#src/modules/identity/index.ts'
import { openSearch } from '#src/open-search.ts'
import type { Database } from '#src/platform/database.ts'
import { aCase } from '#src/testing/adoptions.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { beContact, contactsOf, contactTidying, endContact, findCase } from './index.ts'

const at = new Date('2026-11-22T10:00:00Z')
const now = () => at
const day = (text: string) => Temporal.PlainDate.from(text)
const on = (text: string) => () => new Date(`${text}T12:00:00Z`)

test('a person stands with a case until the day chosen, and then leaves by itself', () =>
  withCatalogue(async (db) => {
    const { chief, kari } = await people(db)
    const id = await aCase({ db, now }, chief)
    const chosen = { id, showsEmail: false, until: day('2027-03-01') }
    expect(await beContact({ db, now }, kari, chosen)).toMatchObject({ ok: true })
    const named = await contactsOf({ db, now: on('2027-03-01') }, id)
    expect(named).toMatchObject([{ name: 'Kari Zyrkon', email: null, organisation: kari.organisation }])
    expect(await contactsOf({ db, now: on('2027-03-02') }, id)).toEqual([])
    const signal = new AbortController().signal
    const tidied = await contactTidying({ db, now: on('2027-03-02') }).run(signal)
    expect(tidied).toEqual({ ok: true, value: { removed: 1 } })
    expect(await db.selectFrom('case_contact').selectAll().execute()).toEqual([])
  }))

test('one shows an address by choice, chooses anew, and goes at once; nobody chooses for another', () =>
  withCatalogue(async (db) => {
    const { chief, kari, stranger } = await people(db)
    const id = await aCase({ db, now }, chief)
    const until = day('2027-03-01')
    await beContact({ db, now }, kari, { id, showsEmail: false, until })
    await beContact({ db, now }, kari, { id, showsEmail: true, until: day('2027-04-01') })
    expect(await contactsOf({ db, now }, id)).toMatchObject([{ email: expect.stringContaining('@') }])
    expect(await beContact({ db, now }, stranger, { id, showsEmail: true, until })).toMatchObject({
      failure: { kind: 'notTheirs' },
    })
    const kindOf = async (last: string) =>
      (await beContact({ db, now }, kari, { id, showsEmail: false, until: day(last) })) as {
        failure?: { kind: string }
      }
    expect((await kindOf('2026-11-21')).failure?.kind).toBe('endPassed')
    expect((await kindOf('2027-11-23')).failure?.kind).toBe('endTooFar')
    expect(await endContact({ db, now }, chief, id)).toBe(false)
    expect(await endContact({ db, now }, kari, id)).toBe(true)
    expect(await contactsOf({ db, now }, id)).toEqual([])
    const audit = await db
      .selectFrom('audit_entry')
      .select('action')
      .where('action', 'like', 'case.contact%')
      .orderBy('seq')
      .execute()
    expect(audit.map(({ action }) => action)).toEqual([
      'case.contact-chosen',
      'case.contact-chosen',
      'case.contact-ended',
    ])
  }))

test('whoever has left the organisation or the platform stands with it no longer', () =>
  withCatalogue(async (db) => {
    const { chief, kari, ola } = await people(db)
    const id = await aCase({ db, now }, chief)
    const chosen = { id, showsEmail: true, until: day('2027-03-01') }
    await beContact({ db, now }, kari, chosen)
    await beContact({ db, now }, ola, chosen)
    const [role] = await rolesOf(db, { person: kari.personId, on: '2026-11-22' })
    if (!role) throw new Error('Kari has a role')
    await endMembership({ db, now }, chief, { membership: role.membership, reason: 'Slutta' })
    expect(await contactsOf({ db, now }, id)).toMatchObject([{ name: 'Ola Zyrkon' }])
    await leavePlatform({ db, now }, ola, { alone: false })
    expect(await contactsOf({ db, now }, id)).toEqual([])
    const left = await db.selectFrom('case_contact').select('person_id').execute()
    expect(left.map(({ person_id }) => person_id)).toEqual([kari.personId])
  }))

test('the name is no part of the case: not in its content, its versions or what can be found', () =>
  withCatalogue(async (db) => {
    const { chief, kari } = await people(db)
    const id = await aCase({ db, now }, chief)
    await beContact({ db, now }, kari, { id, showsEmail: true, until: day('2027-03-01') })
    expect(JSON.stringify(await findCase(db, id))).not.toContain('Zyrkon')
    const search = openSearch({ db, now })
    await search.ensureBuilt()
    const rows = await db.selectFrom('search_document').selectAll().where('id', '=', id).execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('Zyrkon')
  }))

async function people(db: Database) {
  const bodo = await municipalityId(db, '1804')
  const of = (name: string, organisation: typeof bodo, role: 'coordinator' | 'contributor') =>
    aPerson(db, { name, organisation, roles: [role], at })
  return {
    chief: await of('Berit Leder', bodo, 'coordinator'),
    kari: await of('Kari Zyrkon', bodo, 'contributor'),
    ola: await of('Ola Zyrkon', bodo, 'contributor'),
    stranger: await of('Per Fremmed', await municipalityId(db, '4601'), 'contributor'),
  }
}

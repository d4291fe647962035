import { expect, test } from 'vitest'
import { askToJoin, leavePlatform } from '#src/modules/identity/index.ts'
import { notificationsOf, tellPeople } from '#src/modules/notifications/index.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import { aPerson } from '#src/testing/people.ts'
import { AUDIENCES } from './index.ts'

const now = () => new Date()

test('a coordinator who was told that somebody asked is left without the name when that one has gone', () =>
  withOwnDatabase(async (db) => {
    const voss = await ensureOrganisation(db, {
      name: 'Voss',
      organisasjonsnummer: null,
      kind: 'municipality',
    })
    const leader = await aPerson(db, { organisation: voss, roles: ['coordinator'] })
    const newcomer = await aPerson(db, { name: 'Ola Ny' })
    const facts = { role: 'reader', message: null, title: null, delegation: null } as const
    await askToJoin({ db, now }, newcomer, { organisation: voss, ...facts, independent: false, endsOn: null })
    const told = async () => {
      await tellPeople(db, AUDIENCES)
      const { notifications } = await notificationsOf(db, leader.personId, { limit: 10, offset: 0 })
      return notifications.filter(({ kind }) => kind === 'membership.asked').map((one) => one.facts.name)
    }
    expect(await told()).toEqual(['Ola Ny'])
    expect((await leavePlatform({ db, now }, newcomer, { alone: false })).ok).toBe(true)
    expect(await told()).toEqual(['–'])
  }))

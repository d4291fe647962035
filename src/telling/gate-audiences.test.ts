import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/index.ts'
import { passGate } from '#src/modules/joint-procurement/index.ts'
import { notificationsOf, tellPeople } from '#src/modules/notifications/index.ts'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import { aReadyGate, gateAt, gateOf, passing } from '#src/testing/gate.ts'
import { gateAudiences } from './gate-audiences.ts'

const now = () => gateAt

test('the first who passes lets the others know that it waits for them, and the last that all are locked', () =>
  withOwnDatabase(async (db) => {
    await seedOrganisations(db, { now })
    const { joint, bodo, royrvik, lead, other } = await aReadyGate(db)
    const form = passing(await gateOf(db, joint))
    const told = async ({ personId }: Actor) => {
      await tellPeople(db, gateAudiences)
      const { notifications } = await notificationsOf(db, personId, { limit: 10, offset: 0 })
      return notifications.map(({ kind, facts, path }) => [kind, facts.organisation, path])
    }
    const path = `/fellesanskaffelser/${joint.id}/kontroll`
    await passGate({ db, now }, other, { id: joint.id, organisation: royrvik, form })
    expect(await told(lead)).toEqual([['joint.gate-passed', 'Røyrvik kommune', path]])
    expect(await told(other)).toEqual([])
    await passGate({ db, now }, lead, { id: joint.id, organisation: bodo, form })
    expect((await told(other)).map(([kind]) => kind)).toEqual(['joint.locked'])
  }))

import { expect, test } from 'vitest'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from '#src/testing/database.ts'
import { aPerson } from '#src/testing/people.ts'
import { findActor, isPublicEmployee, mayContributeFor, mayPublishFor } from './index.ts'

const at = new Date('2026-11-22T12:00:00Z')

function anOrganisation(db: Database, name: string, kind: 'municipality' | 'supplier' = 'municipality') {
  return ensureOrganisation(db, { name, organisasjonsnummer: null, kind })
}

test('a person acts with the roles held for that organisation, and with no others', () =>
  withDatabase(async (db) => {
    const voss = await anOrganisation(db, 'Voss kommune')
    const bodo = await anOrganisation(db, 'Bodø kommune')
    const kari = await aPerson(db, { organisation: voss, roles: ['coordinator'], at })

    expect(mayPublishFor(kari, voss)).toBe(true)
    expect(mayPublishFor(kari, bodo)).toBe(false)
    expect(await findActor(db, { person: kari.personId, organisation: bodo, at })).toMatchObject({
      organisation: null,
      roles: new Set(),
    })
  }))

test('a consultant may write until the last day, and no longer', () =>
  withDatabase(async (db) => {
    const voss = await anOrganisation(db, 'Voss kommune')
    const { personId } = await aPerson(db, { organisation: voss, roles: ['consultant'], at })
    const on = async (day: string) => {
      const actor = await findActor(db, {
        person: personId,
        organisation: voss,
        at: new Date(`${day}T12:00:00Z`),
      })
      return actor !== null && mayContributeFor(actor, voss)
    }

    expect(await on('2027-11-22')).toBe(true)
    expect(await on('2027-11-23')).toBe(false)
  }))

test('a supplier is not a public employee', () =>
  withDatabase(async (db) => {
    const firm = await anOrganisation(db, 'Trygg AS', 'supplier')
    expect(isPublicEmployee(await aPerson(db, { organisation: firm, roles: ['supplier'], at }))).toBe(false)
  }))

test('the audit can be added to, not changed', () =>
  withDatabase(async (db) => {
    const { recordAudit } = await import('./index.ts')
    const kari = await aPerson(db, { at })
    await recordAudit(db, kari, { action: 'case.published', subject: 'case-1001', at })

    await expect(db.updateTable('audit_entry').set({ subject: 'case-1' }).execute()).rejects.toThrow(
      'added to',
    )
  }))

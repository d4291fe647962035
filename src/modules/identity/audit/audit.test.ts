import { globSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { isMessageKey } from '#src/messages/index.ts'
import { recordAudit } from '#src/modules/identity/record-audit.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from '#src/testing/database.ts'
import { aPerson } from '#src/testing/people.ts'
import { auditChoices, auditEntries, auditPage } from './audit-repository.ts'
import { nameSubjects } from './name-subjects.ts'

const noon = (day: string) => new Date(`${day}T12:00:00Z`)
const day = (text: string) => Temporal.PlainDate.from(text)

async function aScene(db: Database) {
  const make = (name: string) =>
    ensureOrganisation(db, { name, organisasjonsnummer: null, kind: 'municipality' })
  const [voss, bodo] = [await make('Voss'), await make('Bodø')]
  const kari = await aPerson(db, { name: 'Kari', organisation: voss })
  const ola = await aPerson(db, { name: 'Ola', organisation: voss })
  const other = await aPerson(db, { name: 'Per', organisation: bodo })
  await recordAudit(db, kari, {
    action: 'case.published',
    subject: 'case-1001',
    toVersion: 1,
    at: noon('2026-11-20'),
  })
  await recordAudit(db, ola, { action: 'membership.asked', subject: ola.personId, at: noon('2026-11-21') })
  await recordAudit(db, ola, { action: 'draft.saved', subject: 'draft-1', at: noon('2026-11-22') })
  await recordAudit(db, other, {
    action: 'case.revised',
    subject: 'case-1001',
    fromVersion: 1,
    toVersion: 2,
    at: noon('2026-11-23'),
  })
  return { voss, bodo, kari, ola }
}

const actions = (page: { readonly entries: readonly { readonly action: string }[] }) =>
  page.entries.map(({ action }) => action)

test('an organisation reads what was done for it and nothing else, the latest first', () =>
  withDatabase(async (db) => {
    const { voss, ola } = await aScene(db)
    const asked = { scope: { organisation: voss }, limit: 10, offset: 0 }
    const page = await auditPage(db, asked)
    expect(actions(page)).toEqual(['draft.saved', 'membership.asked', 'case.published'])
    expect(page.total).toBe(3)
    expect(actions(await auditPage(db, { ...asked, limit: 1, offset: 1 }))).toEqual(['membership.asked'])
    expect(actions(await auditPage(db, { ...asked, person: ola.personId }))).toEqual([
      'draft.saved',
      'membership.asked',
    ])
    expect(actions(await auditPage(db, { ...asked, noun: 'case' }))).toEqual(['case.published'])
    expect(
      actions(await auditPage(db, { ...asked, from: day('2026-11-21'), to: day('2026-11-21') })),
    ).toEqual(['membership.asked'])
  }))

test('a day begins when it does in Norway', () =>
  withDatabase(async (db) => {
    const { voss, kari } = await aScene(db)
    const at = new Date('2026-12-31T23:30:00Z')
    await recordAudit(db, kari, { action: 'case.published', subject: 'case-1', at })
    const asked = { scope: { organisation: voss }, limit: 10, offset: 0 }
    expect((await auditPage(db, { ...asked, from: day('2027-01-01') })).total).toBe(1)
    expect((await auditPage(db, { ...asked, from: day('2026-12-31'), to: day('2026-12-31') })).total).toBe(0)
  }))

test('curators read what was done to the catalogue by whoever, and no drafts or roles', () =>
  withDatabase(async (db) => {
    await aScene(db)
    const scope = { of: 'catalogue' } as const
    expect(actions(await auditPage(db, { scope, limit: 10, offset: 0 }))).toEqual([
      'case.revised',
      'case.published',
    ])
    const { people, nouns } = await auditChoices(db, scope)
    expect(people.map(({ name }) => name)).toEqual(['Kari', 'Per'])
    expect(nouns).toEqual(['case'])
    const all: string[] = []
    for await (const entries of auditEntries(db, { scope })) all.push(...entries.map(({ action }) => action))
    expect(all).toEqual(['case.published', 'case.revised'])
  }))

test('subjects that are people or organisations have their names', () =>
  withDatabase(async (db) => {
    const { voss, ola } = await aScene(db)
    const { entries } = await auditPage(db, { scope: { organisation: voss }, limit: 10, offset: 0 })
    expect(await nameSubjects(db, entries)).toEqual(new Map([[ola.personId, { is: 'person', name: 'Ola' }]]))
  }))

test.each([
  "update audit_entry set subject = 'x'",
  'delete from audit_entry',
  'update audit_entry set person_id = null',
])('nothing in the audit can be changed or taken away: %s', (statement) =>
  withDatabase(async (db) => {
    await aScene(db)
    await expect(sql.raw(statement).execute(db)).rejects.toThrow('added to, not changed')
  }),
)

test('what is done has words, and no free text: what is written there stays for ever', () => {
  const sources = globSync('src/**/*.ts', { exclude: (name: string) => /\.test\.ts$|testing/.test(name) })
    .map((file) => readFileSync(file, 'utf8'))
    .filter((text) => text.includes('recordAudit') || text.includes('action: '))
    .join('\n')
  const used = [...sources.matchAll(/action: '([a-z-]+\.[a-z-]+)'/g)].map(([, action]) => action ?? '')
  expect(used.length).toBeGreaterThan(20)
  const wordless = [...new Set(used)].filter((action) => !isMessageKey(`audit.action.${action}`))
  expect(wordless, 'Say what it is in src/messages/audit, as audit.action.<action>').toEqual([])
})

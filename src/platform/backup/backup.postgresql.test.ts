import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { importNotices } from '#src/modules/notices/index.ts'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import { handleEvents, mendAfterRestore, recordEvent } from '#src/platform/outbox/index.ts'
import { fillWithLargeRows, fillWithOddRows, moveAll } from '#src/testing/backup-example.ts'
import {
  type Beginning,
  openEmbedded,
  openEmptyEmbedded,
  type TestDatabase,
} from '#src/testing/embedded-database.ts'
import { openPostgresql } from '#src/testing/postgresql-database.ts'

const now = () => new Date('2026-11-01T12:00:00Z')
const NOTICE = readFileSync('src/modules/notices/eforms/golden/joint-with-lead/notice.xml')

const onServer = (beginning: Beginning) =>
  openPostgresql(inject('postgresUrl') ?? '', inject('postgresTemplates')?.[beginning])
const ways = [
  ['embedded', 'PostgreSQL', openEmbedded, () => onServer('empty')],
  ['PostgreSQL', 'embedded', () => onServer('migrated'), openEmptyEmbedded],
  ['embedded', 'embedded', openEmbedded, openEmptyEmbedded],
  ['PostgreSQL', 'PostgreSQL', () => onServer('migrated'), () => onServer('empty')],
] as const

test.each(ways)(
  'what was in %s is in %s after: every table, and where numbers stood',
  (_, __, openFrom, openTo) =>
    withBoth(openFrom, openTo, async ({ db: from }, { db: to }) => {
      await fillWithOddRows(from)
      await fillWithLargeRows(from)
      await seedOrganisations(from, { now })
      await importNotices({ db: from, now }, notices())

      const { restored, before, after } = await moveAll(from, to)

      expect(restored.ok).toBe(true)
      expect(after).toEqual(before)
      expect(before.notice?.rows).toBe(1)
      expect(before.municipality?.rows).toBe(357)
      const { rows } = await sql<{ next: number }>`select nextval('case_number') as next`.execute(to)
      expect(rows).toEqual([{ next: 1003 }])
      expect(await rulesOf(to)).toEqual(await rulesOf(from))
      await expect(sql`delete from organisation`.execute(to)).rejects.toThrow('foreign key')
    }),
)

test('events that were not handled yet are handled after the move, and so are new ones', () =>
  withBoth(
    openEmbedded,
    () => onServer('empty'),
    async ({ db: from }, { db: to }) => {
      // Far ahead of the other server in numbers of transactions.
      for (let at = 0; at < 300; at += 1) await sql`select pg_current_xact_id()`.execute(from)
      await recordEvent(from, { kind: 'case.changed', subject: 'handled before' })
      await handled(from)
      await recordEvent(from, { kind: 'case.changed', subject: 'not yet' })
      await moveAll(from, to)
      await mendAfterRestore(to)
      await recordEvent(to, { kind: 'case.changed', subject: 'new' })

      expect((await handled(to)).filter((subject) => subject !== 'handled before')).toEqual([
        'not yet',
        'new',
      ])
    },
  ))

test('a database with something in it is left as it is', () =>
  withBoth(
    openEmbedded,
    () => onServer('migrated'),
    async ({ db: from }, { db: to }) => {
      const { restored } = await moveAll(from, to)
      expect(restored).toMatchObject({ ok: false, failure: { kind: 'notEmpty' } })
      const { rows } = await sql`select name from schema_migration`.execute(to)
      expect(rows.length).toBeGreaterThan(0)
    },
  ))

async function withBoth(
  openFrom: () => Promise<TestDatabase>,
  openTo: () => Promise<TestDatabase>,
  work: (from: TestDatabase, to: TestDatabase) => Promise<void>,
): Promise<void> {
  const from = await openFrom()
  try {
    const to = await openTo()
    await work(from, to).finally(() => to.close())
  } finally {
    await from.close()
  }
}

async function* notices() {
  yield { name: 'a.xml', bytes: new Uint8Array(NOTICE) }
  yield { name: 'b.xml', bytes: new TextEncoder().encode('Hei') }
}

async function handled(db: TestDatabase['db']): Promise<readonly string[]> {
  const subjects: string[] = []
  const handle = async (_: unknown, events: readonly { subject: string }[]) =>
    void subjects.push(...events.map(({ subject }) => subject))
  while ((await handleEvents(db, { consumer: 'test', limit: 100, handle })) > 0);
  return subjects
}

/** Constraints, indexes and triggers as the database itself describes them. */
async function rulesOf(db: TestDatabase['db']): Promise<readonly string[]> {
  const { rows } = await sql<{ rule: string }>`
    select conname || ' ' || pg_get_constraintdef(oid) as rule from pg_constraint
      where connamespace = 'public'::regnamespace and contype <> 'n'
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select pg_get_triggerdef(oid) || ' ' || tgenabled::text from pg_trigger where not tgisinternal
  `.execute(db)
  return rows.map(({ rule }) => rule).toSorted()
}

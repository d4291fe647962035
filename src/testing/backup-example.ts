import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { digestDatabase, inspectBackup, restoreBackup, writeBackup } from '#src/platform/backup/index.ts'
import { inOneState } from '#src/platform/database/read-at-rest.ts'
import type { Schema } from '#src/platform/database.ts'
import { storeFile } from '#src/platform/files/index.ts'
import { newId } from '#src/platform/ids.ts'
import { moveCursor, recordEvents } from '#src/platform/outbox/index.ts'

/** Rows with every value that is easily lost on the way between two databases. */
export async function fillWithOddRows(db: Kysely<Schema>): Promise<void> {
  await storeFile(db, crypto.getRandomValues(new Uint8Array(60_000)))
  await storeFile(db, new Uint8Array())
  // JSON's null is not «nothing», and U+2028 ends a line in some places.
  await recordEvents(db, [
    { kind: 'case.changed', subject: 'a "quoted" \\ one\nof two\u2028lines', payload: null },
    { kind: 'case.changed', subject: 'Ål, Ås, Øygarden 🐙', payload: { deep: [1.5, 'ø', null, {}] } },
    { kind: 'case.changed', subject: 'without payload' },
  ])
  await moveCursor(db, 'index', { xid: '7', seq: 1 })
  const [one, other] = [newId(), newId()]
  await sql`
    insert into organisation (id, kind, name, name_key, edited_at, note)
    values (${one}, 'supplier', 'Æ', 'æ', '2026-02-28 23:59:59.123456+00', ''), (${other}, 'other', 'Å', 'å', null, null)
  `.execute(db)
  await sql`
    insert into acts_for (id, body_id, principal_id, scope, is_host, is_member, named_as, valid_from)
    values (${newId()}, ${one}, ${other}, 'purchasing', true, false, '{"a,b","c\\"d",NULL,"","{}"}', '0044-03-15 BC')
  `.execute(db)
  await sql`select nextval('case_number'), nextval('case_number')`.execute(db)
}

/** Rows too large to be held whole: files of bytes, and a text with every sign that JSON writes otherwise. */
export async function fillWithLargeRows(db: Kysely<Schema>): Promise<void> {
  const random = new Uint8Array(2_500_001)
  for (let from = 0; from < random.length; from += 60_000)
    crypto.getRandomValues(random.subarray(from, from + 60_000))
  await storeFile(db, random)
  await storeFile(db, random.subarray(0, 1_500_000))
  const text = 'ø "quoted" \\ and \\" \n\t🐙 '.repeat(95_000)
  await recordEvents(db, [{ kind: 'case.changed', subject: text.slice(0, 300_001), payload: { text } }])
}

/** Writes `from` into a file, restores it into `to`, and answers what both hold. */
export async function moveAll(from: Kysely<Schema>, to: Kysely<Schema>) {
  const folder = mkdtempSync(join(tmpdir(), 'spydspiss-backup-'))
  const path = join(folder, 'all.spydspiss')
  try {
    const before = await inOneState(from, async (tx) => {
      await writeBackup(tx, { path, now: new Date('2026-11-01T12:00:00Z'), engine: 'a test' })
      return digestDatabase(tx)
    })
    const inspected = await inspectBackup(path)
    if (!inspected.ok) throw new Error(`The backup is not usable: ${inspected.failure}`)
    const restored = await restoreBackup(to, { path, header: inspected.value })
    return { restored, before, after: await inOneState(to, (tx) => digestDatabase(tx)) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

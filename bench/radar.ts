/**
 * How fast the radar is read among many notices: `npm run bench:radar -- [--count 50000]`. Made-up results and plans of
 * every municipality are imported, and then copied to as many as are asked for.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import type { Circle } from '#src/modules/needs/contract.ts'
import { readRadar } from '#src/modules/needs/index.ts'
import { importNotices } from '#src/modules/notices/index.ts'
import { municipalities, readRegister } from '#src/modules/organisations/index.ts'
import { readConfig } from '#src/platform/config.ts'
import type { Database } from '#src/platform/database.ts'
import { createLog } from '#src/platform/log.ts'
import { openProgram } from '#src/program.ts'
import { contractNoticeXml, planningNoticeXml } from '#src/testing/contract-notices.ts'
import { seededRandom } from '#src/testing/seeded-random.ts'
import { spread } from './measure.ts'

const { values } = parseArgs({ options: { count: { type: 'string', default: '50000' } } })
const MADE = 2000
const TIMES = 20
const CHANGED = ['id', 'public_id', 'chain', 'procedure_id']
const now = () => new Date('2026-11-22T12:00:00Z')
const CODES = ['72500000', '35121700', '90511000', '48610000', '45233141', '85312400', '60130000', '15000000']

const dataDir = mkdtempSync(join(tmpdir(), 'spydspiss-bench-'))
const log = createLog({ LOG_LEVEL: 'silent' })
const { db, prepare, close } = await openProgram(readConfig({ DATA_DIR: dataDir }), { log, now })
await prepare()
const register = await readRegister(db)
await importNotices({ db, now }, made())
await copy(db, Math.ceil(Number(values.count) / MADE) - 1)
const { rows } = await sql<{ notices: number; ends: number }>`
  select (select count(*) from notice) as notices, (select count(*) from notice_contract_end) as ends`.execute(
  db,
)
console.log(`${rows[0]?.notices} notices, ${rows[0]?.ends} contract ends`)
for (const circle of ['around', 'like', 'cooperation', 'county', 'all'] as const) await measure(circle)
await close()
rmSync(dataDir, { recursive: true, force: true })

async function measure(circle: Circle): Promise<void> {
  const question = { kommunenummer: '5033', fylkesnummer: null, circle, theme: null, from: null, months: 24 }
  const taken: number[] = []
  let total = 0
  for (let time = 0; time < TIMES; time += 1) {
    const began = performance.now()
    total = (await readRadar({ db, now, register }, question, null)).total
    taken.push(performance.now() - began)
  }
  console.log(`${circle}: ${total} things, ${spread(taken)}`)
}

async function* made() {
  const random = seededRandom(1)
  const oneOf = <Value>(all: readonly Value[]) => all[Math.floor(random.between(0, all.length))] as Value
  for (let place = 0; place < MADE; place += 1) {
    const { name, organisasjonsnummer } = oneOf(municipalities(register))
    const month = String(1 + (place % 12)).padStart(2, '0')
    const notice = {
      id: `cccccccc-0000-4000-8000-${String(place).padStart(12, '0')}`,
      title: `Avtale ${place}`,
      cpv: oneOf(CODES),
      buyers: [{ name: `${name} kommune`, number: organisasjonsnummer }],
      publishedOn: `202${Math.floor(random.between(2, 7))}-${month}-10`,
    }
    const endsOn = `20${Math.floor(random.between(26, 31))}-${month}-20`
    const text =
      random.fraction() < 0.1 ? planningNoticeXml(notice) : contractNoticeXml({ ...notice, endsOn })
    yield { name: `${place}.xml`, bytes: new TextEncoder().encode(text) }
  }
}

/** The same notices again and again under other ids, which costs less than to read them. */
async function copy(into: Database, times: number): Promise<void> {
  const columns = await sql<{ name: string }>`
    select column_name as name from information_schema.columns where table_name = 'notice'`.execute(into)
  const kept = columns.rows.map(({ name }) => name).filter((name) => !CHANGED.includes(name))
  await sql`create temporary table of_copy as
    select id as old, gen_random_uuid() as new, time from notice, generate_series(1, ${times}::int) as time`.execute(
    into,
  )
  await sql`insert into notice (${sql.join([...CHANGED, ...kept].map((one) => sql.ref(one)))})
    select of_copy.new, public_id || '-' || time, chain || '-' || time, procedure_id || '-' || time,
      ${sql.join(kept.map((one) => sql.ref(one)))}
    from notice join of_copy on of_copy.old = notice.id`.execute(into)
  for (const table of ['notice_buyer', 'notice_winner', 'notice_contract_end'])
    await sql`insert into ${sql.table(table)}
      select (jsonb_populate_record(part, jsonb_build_object('notice', of_copy.new))).*
      from ${sql.table(table)} as part join of_copy on of_copy.old = part.notice`.execute(into)
  await sql`analyze`.execute(into)
}

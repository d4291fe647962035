import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '#src/platform/database.ts'
import { ACTS_IN_ALL, threeWhoBuy } from './joint-life.ts'
import type { KillCheck } from './kill-checks.ts'
import type { Place } from './kill-grounds.ts'
import { runCommand } from './running-site.ts'
import { seededRandom } from './seeded-random.ts'

const LIVING = join(import.meta.dirname, 'joint-living-process.ts')

export type JointKillReport = {
  readonly kills: number
  readonly lives: number
  /** How many of the things to do were done once by programs that were killed, and by those that were not. */
  readonly doneBeforeKill: number
  /** What was said to be done and was gone, and lives that ended otherwise than one that nobody disturbed. */
  readonly wrong: readonly string[]
}

const MOST_IN_A_LIFE = 4

/** `kill -9` at random moments of the life of a joint procurement, from the first invitation to the case it becomes. */
export async function killJointLives({
  ground,
  seed,
  kills,
  tell = () => {},
}: KillCheck): Promise<JointKillReport> {
  const random = seededRandom(seed)
  const prepared = await ground.place()
  const wrong: string[] = []
  let [killed, lives, doneBeforeKill] = [0, 0, 0]
  try {
    await runCommand(['migrate'], prepared.settings)
    await prepared.look(threeWhoBuy)
    const undisturbed = await liveWhole(await ground.place(prepared))
    while (killed < kills) {
      lives += 1
      const place = await ground.place(prepared)
      const said = new Set<string>()
      for (let left = Math.min(kills - killed, Math.ceil(random.fraction() * MOST_IN_A_LIFE)); ; left -= 1) {
        const moment = random.fraction() * undisturbed.milliseconds
        const turn = await liveOnce(place, left > 0 ? moment : null)
        for (const name of said)
          if (turn.ended && !turn.found.has(name)) wrong.push(`life ${lives}: «${name}» was lost`)
        for (const name of turn.done) {
          if (said.has(name)) wrong.push(`life ${lives}: «${name}» was done twice`)
          said.add(name)
        }
        if (turn.ended) break
        killed += 1
        doneBeforeKill += turn.done.size
      }
      const after = await place.look(whatIsKept)
      for (const [part, rows] of Object.entries(after))
        if (!isDeepStrictEqual(rows, undisturbed.kept[part])) wrong.push(`life ${lives}: other ${part}`)
      await place.remove()
      tell(`${ground.engine}: ${killed} kills, ${lives} lives`)
    }
  } finally {
    await prepared.remove()
  }
  return { kills: killed, lives, doneBeforeKill, wrong }
}

type Turn = {
  /** From when it began to live. */
  readonly milliseconds: number
  readonly ended: boolean
  readonly found: ReadonlySet<string>
  readonly done: ReadonlySet<string>
}

/** One program, killed so long after it began to live; `ended` when it came to the end first. */
async function liveOnce(place: Place, killAfter: number | null): Promise<Turn> {
  const child = spawn(process.execPath, [LIVING], {
    env: { PATH: process.env.PATH, ...place.settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const heard: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => heard.push(text))
  const closed = once(child, 'close')
  await Promise.race([once(child.stdout, 'data'), closed])
  const began = performance.now()
  if (killAfter !== null) {
    await Promise.race([delay(killAfter), closed])
    child.kill('SIGKILL')
  }
  const [code, signal] = await closed
  const milliseconds = performance.now() - began
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`The program that lives ended with ${code}`)
  const lines = heard.join('').split('\n').slice(0, -1)
  const after = (word: string) =>
    new Set(lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1)))
  return { milliseconds, ended: code === 0, found: after('found'), done: after('done') }
}

async function liveWhole(place: Place): Promise<{ readonly kept: Kept; readonly milliseconds: number }> {
  const { done, milliseconds } = await liveOnce(place, null)
  if (done.size !== ACTS_IN_ALL) throw new Error(`Only ${done.size} of ${ACTS_IN_ALL} were done`)
  const kept = await place.look(whatIsKept)
  await place.remove()
  return { kept, milliseconds }
}

type Kept = Readonly<Record<string, readonly unknown[]>>

/** All that a life leaves, without the keys that are made anew in each. */
async function whatIsKept(db: Kysely<Schema>): Promise<Kept> {
  const of = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows
  return {
    procurement: await of(sql`
      select title, path, step, outcome, lead_id, facts, version, gate_round, draft_id is not null as drafted
      from joint_procurement`),
    participants: await of(sql`
      select organisation_id, role, status, standing, version from joint_participant order by organisation_id`),
    steps: await of(sql`select position, step, happened_on, reason from joint_step order by position`),
    passes: await of(
      sql`select round, organisation_id, title, authority from gate_pass order by round, organisation_id`,
    ),
    withdrawals: await of(sql`select organisation_id, position, step, consequence from joint_withdrawal`),
    decisions: await of(sql`select title, decided_on from joint_decision`),
    contracts: await of(sql`select supplier_name, ends_on, terms from joint_contract`),
    rollOuts: await of(
      sql`select organisation_id, position, status from roll_out_step order by organisation_id, position`,
    ),
    benefits: await of(
      sql`select organisation_id, months, measured from benefit_measurement order by organisation_id`,
    ),
    drafts: await of(
      sql`select origin_kind, regexp_replace(content::text, '[0-9a-f]{8}-[0-9a-f-]{27}', '', 'g') as content from case_draft`,
    ),
    events: await of(
      sql`select kind, count(*) from event where kind like 'joint.%' group by kind order by kind`,
    ),
    audit: await of(
      sql`select action, count(*) from audit_entry where action like 'joint.%' group by action order by action`,
    ),
  }
}

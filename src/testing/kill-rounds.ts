import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { canonicalDump } from './canonical-dump.ts'
import type { Ground, Place } from './kill-grounds.ts'
import { runCommand } from './running-site.ts'
import type { Random } from './seeded-random.ts'

const MAIN = join(import.meta.dirname, '../cli/main.ts')

export type KillPlan = {
  readonly ground: Ground
  readonly random: Random
  /** What is killed, and then run to its end. */
  readonly command: readonly string[]
  /** What it begins from; nothing: an empty database. */
  readonly from?: Place
  readonly kills: number
  /** Of ten kills, how many come after the command has first complained: an import does so when a batch is stored. */
  readonly afterComplaint?: number
  readonly tell?: (line: string) => void
}

export type KillReport = {
  readonly kills: number
  readonly rounds: number
  /** Rounds whose dump was another than that of the undisturbed run, with the tables that differ. */
  readonly different: readonly string[]
  /** What the run after the last kill said of itself. */
  readonly reports: readonly Readonly<Record<string, number>>[]
  /** Of the undisturbed run. */
  readonly seconds: number
}

/** Kills the command at random moments, lets it run to its end, and compares what is stored with an undisturbed run. */
export async function killRounds(plan: KillPlan): Promise<KillReport> {
  const { ground, command, random, tell = () => {} } = plan
  const calm = await undisturbed(plan)
  const reports: Record<string, number>[] = []
  const different: string[] = []
  let kills = 0
  let rounds = 0
  while (kills < plan.kills) {
    rounds += 1
    const place = await ground.place(plan.from)
    const wanted = Math.min(plan.kills - kills, random.fraction() < 0.5 ? 1 : 2)
    let done = 0
    for (let tries = 0; done < wanted && tries < wanted * 3; tries += 1)
      if (await killOnce(plan, place, calm)) done += 1
    const after = await runCommand(command, place.settings)
    reports.push(readReport(after.out))
    const differing = differingTables(calm.dump, await place.look(canonicalDump))
    if (after.code !== calm.code) differing.push(`exit code ${after.code}: ${after.error.slice(0, 500)}`)
    if (differing.length > 0) different.push(`round ${rounds}: ${differing.join(', ')}`)
    kills += done
    tell(
      `${ground.engine}: round ${rounds}, ${kills} kills, ${differing.length === 0 ? 'equal' : differing.join(', ')}`,
    )
    await place.remove()
  }
  return { kills, rounds, different, reports, seconds: calm.milliseconds / 1000 }
}

type Calm = {
  readonly dump: Readonly<Record<string, string>>
  readonly code: number | null
  readonly milliseconds: number
  /** Until it first complained; its whole time where it did not. */
  readonly beforeComplaint: number
}

async function undisturbed({ ground, command, from }: KillPlan): Promise<Calm> {
  const place = await ground.place(from)
  const started = performance.now()
  const child = start(command, place)
  const complained = firstComplaint(child).then(() => performance.now() - started)
  const [code] = await once(child, 'exit')
  const milliseconds = performance.now() - started
  const beforeComplaint = await Promise.race([complained, milliseconds])
  const dump = await place.look(canonicalDump)
  await place.remove()
  return { dump, code, milliseconds, beforeComplaint }
}

/** Answers whether it was still running when it was killed. */
async function killOnce(
  { command, random, afterComplaint = 0 }: KillPlan,
  place: Place,
  calm: Calm,
): Promise<boolean> {
  const isLate = random.fraction() * 10 < afterComplaint
  const moment = isLate
    ? random.between(0, calm.milliseconds - calm.beforeComplaint)
    : random.between(0, afterComplaint > 0 ? calm.beforeComplaint : calm.milliseconds)
  const child = start(command, place)
  const exited = once(child, 'exit')
  if (isLate) await Promise.race([firstComplaint(child), exited])
  await Promise.race([delay(moment), exited])
  const isRunning = child.exitCode === null
  child.kill('SIGKILL')
  await exited
  return isRunning && child.signalCode === 'SIGKILL'
}

function start(command: readonly string[], place: Place): ChildProcess {
  const child = spawn(process.execPath, [MAIN, ...command], {
    env: { PATH: process.env.PATH, ...place.settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout?.resume()
  return child
}

async function firstComplaint({ stderr }: ChildProcess): Promise<void> {
  if (!stderr) return
  await once(stderr, 'data')
  stderr.resume()
}

function readReport(out: string): Record<string, number> {
  const line = out.trim().split('\n').at(-1) ?? ''
  return line.startsWith('{') ? JSON.parse(line) : {}
}

function differingTables(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((table) => one[table] !== other[table])
    .map((table) => `${table} (${one[table] ?? 'none'}, not ${other[table] ?? 'none'})`)
}

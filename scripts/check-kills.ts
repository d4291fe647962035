/** `npm run check:kills -- [--kills 50] [--seed N] [--engine embedded|postgresql]`: kills, many of them, on both engines. */
import { parseArgs } from 'node:util'
import { killJointLives } from '#src/testing/joint-kills.ts'
import { killImports, killMigrations, killReprocessing } from '#src/testing/kill-checks.ts'
import { embeddedGround, postgresqlGround } from '#src/testing/kill-grounds.ts'
import type { KillReport } from '#src/testing/kill-rounds.ts'
import { killMailing, type MailKillReport } from '#src/testing/mail-kills.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    engine: { type: 'string' },
  },
})
const kills = Number(values.kills)
const few = Math.max(2, Math.round(kills / 10))
const seed = Number(values.seed)
const tell = (line: string) => console.log(line)
const grounds = { embedded: embeddedGround, postgresql: postgresqlGround }

console.log(`Seed ${seed}: the same kills come with --seed ${seed}`)
let failed = 0
for (const [name, open] of Object.entries(grounds)) {
  if (values.engine && values.engine !== name) continue
  const ground = await open()
  try {
    show(`${name}, import`, await killImports({ ground, seed, kills, tell }))
    show(`${name}, first start`, await killMigrations({ ground, seed, kills: few, tell }))
    showMails(name, await killMailing({ ground, seed, kills, tell }))
    const lived = await killJointLives({ ground, seed, kills, tell })
    failed += lived.wrong.length
    console.log(
      `${name}, joint procurement: ${lived.kills} kills in ${lived.lives} lives, ${lived.doneBeforeKill} things done by programs ` +
        `that were killed; wrong: ${lived.wrong.length}`,
    )
    for (const one of lived.wrong) console.log(`  ${one}`)
    show(`${name}, reprocess`, await killReprocessing({ ground, seed, kills: few, tell }))
  } finally {
    await ground.close()
  }
}
process.exitCode = failed === 0 ? 0 : 1

function show(what: string, { kills: killed, rounds, different, reports, seconds }: KillReport): void {
  failed += different.length
  const met = reports.map(({ unchanged = 0, stored = 0 }) =>
    unchanged === 0 ? 'none' : stored === 0 ? 'all' : 'some',
  )
  const of = (state: string) => met.filter((one) => one === state).length
  console.log(
    `${what}: ${killed} kills in ${rounds} rounds (undisturbed ${seconds.toFixed(1)} s); after the kills none of it was done ` +
      `${of('none')} times, some ${of('some')}, all ${of('all')}; ${different.length} dumps differ`,
  )
  for (const difference of different) console.log(`  ${difference}`)
}

function showMails(name: string, { kills: killed, expected, mails, repeated, wrong }: MailKillReport): void {
  failed += wrong.length
  console.log(
    `${name}, mail: ${killed} kills, ${mails} mails of ${expected}, ${repeated} handed over once more with the same Message-ID`,
  )
  for (const one of wrong) console.log(`  ${one}`)
}

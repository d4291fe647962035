import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { recordEvent } from '#src/platform/outbox/index.ts'
import type { KillCheck } from './kill-checks.ts'
import type { Place } from './kill-grounds.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { aPerson } from './people.ts'
import { runCommand } from './running-site.ts'
import { seededRandom } from './seeded-random.ts'

const MAILING = join(import.meta.dirname, 'mailing-process.ts')
const PEOPLE = 4
/** So much later each program thinks it is: what one that was killed had taken is free again. */
const LATER_MS = 10 * 60_000

export type MailKillReport = {
  readonly kills: number
  readonly expected: number
  /** Mails as mailboxes show them: a person's mail with one Message-ID is one. */
  readonly mails: number
  /** Handed over once more after a death between the server's yes and our writing it down. */
  readonly repeated: number
  /** Persons and events without their one mail. */
  readonly wrong: readonly string[]
}

/** `kill -9` at random moments of telling people and handing mails over, with new events coming all the while. */
export async function killMailing({
  ground,
  seed,
  kills,
  tell = () => {},
}: KillCheck): Promise<MailKillReport> {
  const random = seededRandom(seed)
  const server = await startMailServer()
  const place = await ground.place()
  try {
    await runCommand(['migrate'], place.settings)
    await place.look(async (db) => {
      for (let person = 0; person < PEOPLE; person += 1)
        await aPerson(db, { name: `Person ${person}`, email: `person${person}@example.no` })
    })
    let time = Date.now()
    let killed = 0
    const events: string[] = []
    while (killed < kills) {
      time += LATER_MS
      events.push(...(await happen(place, events.length)))
      killed += (await mailOnce(place, { server, time, killAfter: random.between(0, 400) })) ? 1 : 0
      tell(`${ground.engine}: ${killed} kills, ${server.received.length} mails`)
    }
    for (let turn = 0; turn < 3; turn += 1)
      await mailOnce(place, { server, time: time + (turn + 1) * LATER_MS, killAfter: null })
    return { kills: killed, ...count(server, events) }
  } finally {
    await place.remove()
    await server.close()
  }
}

async function happen(place: Place, from: number): Promise<readonly string[]> {
  const subjects = [`Sak nummer ${from}.`, `Sak nummer ${from + 1}.`]
  await place.look(async (db) => {
    for (const subject of subjects) await recordEvent(db, { kind: 'draft.submitted', subject })
  })
  return subjects
}

type Turn = { readonly server: MailServer; readonly time: number; readonly killAfter: number | null }

/** Answers whether it was killed while it worked. */
async function mailOnce(place: Place, { server, time, killAfter }: Turn): Promise<boolean> {
  const child = spawn(process.execPath, [MAILING, server.url, String(time)], {
    env: { PATH: process.env.PATH, ...place.settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  if (killAfter !== null) {
    await Promise.race([once(child.stdout, 'data'), exited])
    await Promise.race([delay(killAfter), exited])
    child.kill('SIGKILL')
  }
  const [code, signal] = await exited
  if (killAfter === null && code !== 0) throw new Error(`The program that mails ended with ${code}`)
  return signal === 'SIGKILL'
}

function count(server: MailServer, events: readonly string[]): Omit<MailKillReport, 'kills'> {
  const distinct = new Map(server.received.map((mail) => [mail.messageId, mail]))
  const wrong: string[] = []
  for (const subject of events) {
    for (let person = 0; person < PEOPLE; person += 1) {
      const to = `person${person}@example.no`
      const mails = [...distinct.values()].filter(
        (mail) => mail.to.includes(to) && subjectOf(mail.raw).includes(subject),
      )
      if (mails.length !== 1) wrong.push(`${to}: ${mails.length} of «${subject}»`)
    }
  }
  return {
    expected: events.length * PEOPLE,
    mails: distinct.size,
    repeated: server.received.length - distinct.size,
    wrong,
  }
}

/** The subject as it is read: unfolded, and out of its quoted form. */
function subjectOf(raw: string): string {
  const [headers = ''] = raw.split('\r\n\r\n')
  const line = /^Subject: (.*)$/im.exec(headers.replaceAll(/\r\n[ \t]+/g, ' '))?.[1] ?? ''
  return line.replaceAll(/=\?UTF-8\?Q\?(.*?)\?=\s*/gi, (_, quoted: string) =>
    decodeURIComponent(quoted.replaceAll('_', ' ').replaceAll('%', '%25').replaceAll('=', '%')),
  )
}

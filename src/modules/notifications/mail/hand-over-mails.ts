import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { backoffMs } from '#src/platform/http/index.ts'
import type { Mailer } from '#src/platform/mail/index.ts'
import { composeMail } from './compose-mail.ts'
import { postponeMail, type ReadyMail, settleMail, takeMail } from './mails-repository.ts'

export type HandOver = {
  readonly db: Database
  readonly now: Clock
  readonly mailer: Pick<Mailer, 'send'>
  /** The address of the site. */
  readonly site: string
  readonly signal?: AbortSignal
}

export type HandedOver = { readonly sent: number; readonly later: number; readonly givenUp: number }

/** So long nobody else tries a mail that somebody is at; a program that died in between is made good then. */
const AT_IT_MS = 120_000
const RETRY = { firstMs: 60_000, longestMs: 6 * 3_600_000 }
/** About three days. */
const MOST_TRIES = 20

/**
 * Hands over the mails that wait, one after another. What the server cannot take now is tried again later, with growing
 * waits; what it refuses for good, and mail to those who have left, is given up with the reason.
 *
 * A mail is written down as handed over after the server has said so. Dying in between hands it over once more, with the
 * same Message-ID, which a mailbox shows once.
 */
export async function handOverMails(parts: HandOver): Promise<HandedOver> {
  const done = { sent: 0, later: 0, givenUp: 0 }
  while (!parts.signal?.aborted) {
    const now = parts.now()
    const mail = await takeMail(parts.db, { now, until: new Date(now.getTime() + AT_IT_MS) })
    if (!mail) break
    done[await handOver(parts, mail)] += 1
  }
  return done
}

async function handOver({ db, now, mailer, site }: HandOver, mail: ReadyMail): Promise<keyof HandedOver> {
  const { person, id } = mail
  if (!person?.email || !person.name || mail.notifications.length === 0) {
    await settleMail(db, id, { refusal: 'nobody to send it to', at: now() })
    return 'givenUp'
  }
  const sent = await mailer.send({
    messageId: `<${id}@${new URL(site).hostname}>`,
    to: { name: person.name, address: person.email },
    unsubscribe: `${site}/varsler/slutt/${id}`,
    ...composeMail({ mail, language: person.language, site }),
  })
  if (sent.ok) {
    await settleMail(db, id, { refusal: null, at: now() })
    return 'sent'
  }
  if (sent.failure.kind === 'refused' || mail.tries >= MOST_TRIES) {
    await settleMail(db, id, { refusal: sent.failure.reason, at: now() })
    return 'givenUp'
  }
  const wait = backoffMs(mail.tries, RETRY, () => 0.5)
  await postponeMail(db, id, { refusal: sent.failure.reason, until: new Date(now().getTime() + wait) })
  return 'later'
}

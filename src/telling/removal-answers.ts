import { messagesIn } from '#src/messages/index.ts'
import {
  postponeAnswerMail,
  type RemovalRequest,
  settleAnswerMail,
  takeAnswerMail,
} from '#src/modules/identity/index.ts'
import { composeLetter } from '#src/modules/notifications/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { backoffMs } from '#src/platform/http/index.ts'
import type { Mailer } from '#src/platform/mail/index.ts'

type Parts = {
  readonly db: Database
  readonly now: Clock
  readonly mailer: Pick<Mailer, 'send'>
  readonly site: string
  readonly signal?: AbortSignal
}

const AT_IT_MS = 120_000
const RETRY = { firstMs: 60_000, longestMs: 6 * 3_600_000 }
/** About three days, as for all other mail. */
const MOST_TRIES = 20

/**
 * Sends the answers to wishes to be removed to those who gave an address. Written down after the server has said yes;
 * one that is handed over once more has the same Message-ID. Answers how many were sent.
 */
export async function mailRemovalAnswers(parts: Parts): Promise<number> {
  const { db, now, signal } = parts
  for (let sent = 0; ; ) {
    const at = now()
    const until = new Date(at.getTime() + AT_IT_MS)
    const next = signal?.aborted ? null : await takeAnswerMail(db, { now: at, until })
    if (!next) return sent
    if (await handOver(parts, next)) sent += 1
  }
}

async function handOver(
  { db, now, mailer, site }: Parts,
  { request, tries }: { readonly request: RemovalRequest; readonly tries: number },
): Promise<boolean> {
  const { id, email } = request
  const letter = letterOf(request, site)
  if (!email || !letter) {
    await settleAnswerMail(db, id, 'given-up')
    return false
  }
  const messageId = `<${id}@${new URL(site).hostname}>`
  const sent = await mailer.send({ messageId, to: { name: '', address: email }, ...letter })
  if (sent.ok) {
    await settleAnswerMail(db, id, 'handed-over')
    return true
  }
  if (sent.failure.kind === 'refused' || tries >= MOST_TRIES) await settleAnswerMail(db, id, 'given-up')
  else await postponeAnswerMail(db, id, new Date(now().getTime() + backoffMs(tries, RETRY, () => 0.5)))
  return false
}

/** Null when there is no answer, or its words are gone. What was wished is not repeated: the address may be a slip. */
function letterOf({ decision, language }: RemovalRequest, site: string) {
  if (!decision?.answer) return null
  const { t } = messagesIn(language)
  return composeLetter({
    subject: t('privacy.mail.subject'),
    paragraphs: [
      t('privacy.mail.lead'),
      `${t(`privacy.outcome.${decision.outcome}`)}.`,
      decision.answer,
      t('privacy.mail.further'),
    ],
    why: t('privacy.mail.why', { site }),
    language,
  })
}

import { createTransport } from 'nodemailer'
import { fail, ok, type Result } from '#src/platform/result.ts'

export type OutgoingMail = {
  /** Unique and kept: a mail handed over once more has the same, so that it is one mail in the mailbox. */
  readonly messageId: string
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Where a mail program can end it with one press, without anybody signing in (RFC 8058); nothing for a single answer. */
  readonly unsubscribe?: string
}

/** `refused`: the server will not have it, whatever one does; `later`: it could not take it now. */
export type MailFailure = { readonly kind: 'refused' | 'later'; readonly reason: string }

export type Mailer = {
  readonly send: (mail: OutgoingMail) => Promise<Result<null, MailFailure>>
  readonly close: () => void
}

const PATIENCE_MS = 20_000

/** Hands mail over to an SMTP server (`smtp://user:password@host:587`, `smtps://…`). */
export function openMailer({ url, from }: { url: string; from: string }): Mailer {
  const server = new URL(url)
  const transport = createTransport({
    host: server.hostname.replace(/^\[|\]$/g, ''),
    port: Number(server.port) || (server.protocol === 'smtps:' ? 465 : 587),
    secure: server.protocol === 'smtps:',
    ...(server.username && {
      auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) },
    }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // What is sent is put together here: it reads no file and asks no server.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ messageId, to, subject, text, html, unsubscribe }) => {
      try {
        await transport.sendMail({
          from,
          messageId,
          to,
          subject,
          text,
          html,
          headers: {
            'Auto-Submitted': 'auto-generated',
            ...(unsubscribe && {
              'List-Unsubscribe': `<${unsubscribe}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
          },
        })
        return ok(null)
      } catch (error) {
        return fail(toFailure(error))
      }
    },
    close: () => transport.close(),
  }
}

/** The code of the server only: its words may hold the address. */
function toFailure(error: unknown): MailFailure {
  const facts = error as { readonly code?: unknown; readonly responseCode?: unknown }
  const status = typeof facts.responseCode === 'number' ? facts.responseCode : null
  const reason = [facts.code, status].filter((part) => part !== null && part !== undefined).join(' ')
  const isOurs = facts.code === 'EENVELOPE' || facts.code === 'EMESSAGE'
  return {
    kind: isOurs && status !== null && status >= 500 ? 'refused' : 'later',
    reason: reason || 'unknown',
  }
}

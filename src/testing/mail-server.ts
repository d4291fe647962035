import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = {
  readonly to: readonly string[]
  readonly raw: string
  readonly messageId: string
}

/** How the server behaves badly, for one mail: told in the middle of it, or at the end. */
export type Mood = 'well' | 'busy' | 'refuses recipient' | 'hangs up'

export type MailServer = {
  readonly url: string
  readonly received: ReceivedMail[]
  /** What the next mails meet, in turn; `well` when nothing is left. */
  readonly moods: Mood[]
  readonly close: () => Promise<void>
}

/** A real SMTP server on this machine that keeps what it is given. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const moods: Mood[] = []
  let mood: Mood = 'well'
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onMailFrom: (_, __, done) => {
      mood = moods.shift() ?? 'well'
      done()
    },
    onRcptTo: (_, __, done) =>
      mood === 'refuses recipient' ? done(smtpError(550, 'no such person here')) : done(),
    onData: (stream, session, done) => {
      text(stream).then((raw) => {
        if (mood === 'busy') return done(smtpError(451, 'come back later'))
        if (mood === 'hangs up') return done(smtpError(421, 'closing'))
        const messageId = /^Message-ID: (.+)$/im.exec(raw)?.[1] ?? ''
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw, messageId })
        done()
      }, done)
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    moods,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

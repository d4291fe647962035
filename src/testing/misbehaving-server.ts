import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** What a fake server can do wrong, by name. */
export type Misbehaviour =
  | 'empty 202'
  | '429 with seconds'
  | '429 with a date'
  | '429 without retry-after'
  | '500'
  | '400'
  | '401'
  | '404'
  | '410'
  | 'cut body'
  | 'cut JSON'
  | 'cut XML'
  | 'slow drip'
  | 'never answers'
  | 'hangs up'
  | 'HTML instead'
  | 'control characters in JSON'
  | 'redirect elsewhere'
  | 'endless body'

export type Rule = {
  readonly does: Misbehaviour
  /** Part of the path and query, or of the body, of the requests it does it to. */
  readonly to: string
  /** How often; for ever when nothing is said. */
  times?: number
  /** So many requests are answered well first. */
  after?: number
}

export type Asked = {
  readonly method: string
  readonly path: string
  readonly body: string
  readonly headers: IncomingMessage['headers']
}
export type WellBehaved = { readonly status?: number; readonly type: string; readonly body: string }

export type FakeServer = {
  readonly url: string
  /** Every request that has come. */
  readonly asked: Asked[]
  /** What it does wrong; may be changed while it runs. */
  readonly rules: Rule[]
  readonly close: () => Promise<void>
}

/** A real server on this machine that answers as `answer` says, unless a rule makes it do something else. */
export async function startMisbehavingServer(
  answer: (asked: Asked) => WellBehaved,
  rules: readonly Rule[] = [],
): Promise<FakeServer> {
  const asked: Asked[] = []
  const active = rules.map((rule) => ({ ...rule }))
  const server = createServer(async (request, response) => {
    const one = {
      method: request.method ?? '',
      path: request.url ?? '',
      body: await text(request),
      headers: request.headers,
    }
    asked.push(one)
    const rule = takeRule(active, one)
    if (rule) misbehave(rule.does, response, answer(one))
    else behave(response, answer(one))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('No port is free')
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    rules: active,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function takeRule(rules: Rule[], { path, body }: Asked): Rule | null {
  const rule = rules.find((one) => (path.includes(one.to) || body.includes(one.to)) && one.times !== 0)
  if (!rule) return null
  if (rule.after) {
    rule.after -= 1
    return null
  }
  if (rule.times !== undefined) rule.times -= 1
  return rule
}

function behave(response: ServerResponse, { status = 200, type, body }: WellBehaved): void {
  response.writeHead(status, { 'content-type': type }).end(body)
}

const STATUS = /^\d{3}/

function misbehave(does: Misbehaviour, response: ServerResponse, well: WellBehaved): void {
  const half = well.body.slice(0, Math.floor(well.body.length / 2))
  switch (does) {
    case 'empty 202':
      response.writeHead(202).end()
      return
    case '429 with seconds':
      response.writeHead(429, { 'retry-after': '4' }).end('{"statusCode": 429}')
      return
    case '429 with a date':
      response.writeHead(429, { 'retry-after': new Date(Date.now() + 7_000).toUTCString() }).end()
      return
    case 'cut body':
      response.writeHead(200, { 'content-type': well.type, 'content-length': Buffer.byteLength(well.body) })
      response.write(half, () => response.destroy())
      return
    case 'cut JSON':
    case 'cut XML':
      behave(response, { ...well, body: half })
      return
    case 'slow drip':
    case 'endless body':
      drip(response, does === 'slow drip' ? '.' : 'x'.repeat(65_536))
      return
    case 'never answers':
      return
    case 'hangs up':
      response.destroy()
      return
    case 'HTML instead':
      behave(response, { type: 'text/html', body: '<!DOCTYPE html><html><body>Vedlikehold</body></html>' })
      return
    case 'control characters in JSON':
      behave(response, {
        ...well,
        body: well.body.replace('"heading":"', '"heading":"\u0002Rør\u0000\u001f\n\t'),
      })
      return
    case 'redirect elsewhere':
      response.writeHead(302, { location: 'http://localhost:9/' }).end()
      return
    default:
      response.writeHead(Number(STATUS.exec(does)?.[0] ?? 500)).end('{"reason": "made up"}')
  }
}

function drip(response: ServerResponse, drop: string): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  const timer = setInterval(() => response.write(drop), 5)
  response.on('close', () => clearInterval(timer))
}

import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { type S3Key, whyNotSigned } from './s3-signature.ts'

/** What the fake can do wrong, by name. */
export type S3Misbehaviour =
  | '500'
  | 'SlowDown'
  | '403'
  | 'HTML instead'
  | 'never answers'
  | 'hangs up'
  | 'slow drip'
  | 'cut body'
  | 'wrong content'
  | 'missing key'
  | 'full'
  | 'redirect elsewhere'

export type S3Rule = {
  readonly does: S3Misbehaviour
  /** Which requests: part of `METHOD path`. */
  readonly to: string
  /** How often; for ever when nothing is said. */
  times?: number
}

export type FakeS3 = {
  readonly endpoint: string
  readonly key: S3Key
  readonly bucket: string
  /** By key. */
  readonly objects: Map<string, Uint8Array>
  /** `METHOD path`, or `METHOD path from N` of one that asks for the rest. */
  readonly asked: string[]
  readonly rules: S3Rule[]
  /** How wrong the clocks are: the time here is so much later than the machine's. */
  skewMs: number
  close(): Promise<void>
}

const REGION = 'eu-north-1'
const BUCKET = 'spydspiss'
const MOST_SKEW_MS = 15 * 60_000
/** Names in one answer of a list; the real one gives a thousand. */
const LIST_PAGE = 2

/**
 * An S3-compatible server on this machine: signatures, clocks and checksums are checked as the real one checks them, by
 * code that has nothing in common with the client's, and it misbehaves when a rule says so.
 */
export async function startFakeS3(): Promise<FakeS3> {
  const key = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }
  const server = createServer((request, response) => {
    answer(fake, request, response).catch((error) => response.destroy(error))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('No port is free')
  const fake: FakeS3 = {
    endpoint: `http://127.0.0.1:${address.port}`,
    key: { ...key, region: REGION },
    bucket: BUCKET,
    objects: new Map(),
    asked: [],
    rules: [],
    skewMs: 0,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return fake
}

async function answer(fake: FakeS3, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request)
  const url = new URL(request.url ?? '/', fake.endpoint)
  const { method = '' } = request
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
  fake.asked.push(`${method} ${url.pathname}${from > 0 ? ` from ${from}` : ''}`)
  const now = Date.now() + fake.skewMs
  response.setHeader('date', new Date(now).toUTCString())
  const rule = takeRule(fake.rules, `${method} ${url.pathname}`)
  if (rule && misbehaves(rule.does, response)) return
  const refusal = whyRefused(fake, { request, url, body, now })
  if (refusal) return refuse(response, 403, refusal)
  const [, bucket, ...rest] = url.pathname.split('/')
  if (bucket !== fake.bucket) return refuse(response, 404, 'NoSuchBucket')
  const key = rest.join('/')
  if (method === 'GET' && key === '') return listObjects(fake, url, response)
  if (method === 'GET') return sendObject(fake.objects.get(key), { response, from, does: rule?.does ?? null })
  if (method === 'PUT') fake.objects.set(key, body)
  else if (method === 'DELETE') fake.objects.delete(key)
  else return refuse(response, 405, 'MethodNotAllowed')
  response.writeHead(method === 'PUT' ? 200 : 204).end()
}

function takeRule(rules: S3Rule[], asked: string): S3Rule | null {
  const rule = rules.find(({ to, times }) => asked.includes(to) && times !== 0)
  if (rule?.times !== undefined) rule.times -= 1
  return rule ?? null
}

type Received = { request: IncomingMessage; url: URL; body: Buffer; now: number }

function whyRefused(fake: FakeS3, { request, url, body, now }: Received): string | null {
  const { headers } = request
  const sent = String(headers['x-amz-date'] ?? '')
  const at = Date.parse(sent.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (Number.isNaN(at)) return 'AccessDenied'
  if (Math.abs(at - now) > MOST_SKEW_MS) return 'RequestTimeTooSkewed'
  const hash = createHash('sha256').update(body).digest('hex')
  if (headers['x-amz-content-sha256'] !== hash) return 'XAmzContentSHA256Mismatch'
  return whyNotSigned({ method: request.method ?? '', url, headers, hash }, fake.key)
}

/** Answers badly, and whether it did; what only spoils an object is left to `sendObject`. */
function misbehaves(does: S3Misbehaviour, response: ServerResponse): boolean {
  switch (does) {
    case '500':
      refuse(response, 500, 'InternalError')
      return true
    case 'SlowDown':
      refuse(response, 503, 'SlowDown')
      return true
    case '403':
      refuse(response, 403, 'AccessDenied')
      return true
    case 'full':
      refuse(response, 507, 'XMinioStorageFull')
      return true
    case 'missing key':
      refuse(response, 404, 'NoSuchKey')
      return true
    case 'HTML instead':
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Vedlikehold</h1>')
      return true
    case 'redirect elsewhere':
      response.writeHead(307, { location: 'http://localhost:9/' }).end()
      return true
    case 'hangs up':
      response.destroy()
      return true
    case 'never answers':
      return true
    case 'slow drip':
    case 'cut body':
    case 'wrong content':
      return false
  }
}

function sendObject(
  object: Uint8Array | undefined,
  { response, from, does }: { response: ServerResponse; from: number; does: S3Misbehaviour | null },
): void {
  if (!object) {
    refuse(response, 404, 'NoSuchKey')
    return
  }
  const bytes = Buffer.from(object.subarray(from))
  if (does === 'wrong content' && bytes.length > 0) bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  response.writeHead(from > 0 ? 206 : 200, { 'content-length': bytes.length })
  if (does === 'cut body' || does === 'slow drip') {
    // Half of it, and then nothing more, or the end of the connection.
    response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => {
      if (does === 'cut body') response.destroy()
    })
  } else response.end(bytes)
}

function listObjects(fake: FakeS3, { searchParams }: URL, response: ServerResponse): void {
  const after = searchParams.get('continuation-token') ?? ''
  const prefix = searchParams.get('prefix') ?? ''
  const keys = [...fake.objects.keys()].filter((key) => key.startsWith(prefix)).toSorted()
  // A token is opaque; this one has signs in it that XML writes in another way.
  const rest = keys.filter((key) => `<&${key}` > after)
  const page = rest.slice(0, LIST_PAGE)
  const contents = page.map(
    (key) => `<Contents><Key>${key}</Key><Size>${fake.objects.get(key)?.byteLength}</Size></Contents>`,
  )
  const isMore = rest.length > page.length
  const next = isMore ? `<NextContinuationToken>&lt;&amp;${page.at(-1)}</NextContinuationToken>` : ''
  response.writeHead(200, { 'content-type': 'application/xml' })
  response.end(
    `<?xml version="1.0"?><ListBucketResult><IsTruncated>${isMore}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
  )
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>Made up</Message></Error>`)
}

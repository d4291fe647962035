import { AwsV4Signer } from 'aws4fetch'
import { type Backoff, backoffMs, type Network } from '#src/platform/http/index.ts'
import { hashOf } from './files.ts'
import { ShelfTrouble } from './shelf.ts'

export type S3Settings = {
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

export type S3Manners = {
  /** Until an answer begins; an upload has to be over before it does. */
  readonly answerMs: number
  /** Until the next piece of an answer: a server that drips slower is given up. */
  readonly pieceMs: number
  /** How often the same thing is asked for in all. */
  readonly tries: number
  readonly backoff: Backoff
}

export const S3_MANNERS: S3Manners = {
  answerMs: 60_000,
  pieceMs: 15_000,
  tries: 4,
  backoff: { firstMs: 500, longestMs: 8_000 },
}

export type S3Request = {
  readonly method: 'GET' | 'PUT' | 'DELETE'
  /** The name of an object; '' is the bucket itself. */
  readonly key: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  /** Begins here, for what was cut off on the way. */
  readonly from?: number
}

/** An answer that has begun well, or null when there is no such object. */
export type S3Answer = { readonly body: AsyncIterable<Uint8Array>; readonly size: number | null }

export type S3Client = {
  readonly ask: (request: S3Request) => Promise<S3Answer | null>
  readonly manners: S3Manners
  readonly wait: (tries: number) => Promise<void>
}

/** What went wrong on one try; `passing` when the next may go better. */
type Failed = { readonly reason: string; readonly passing: boolean; readonly offsetMs?: number }

const PASSING = new Set([408, 425, 429, 500, 502, 503, 504])
const FULL = new Set(['QuotaExceeded', 'XMinioStorageFull', 'EntityTooLarge', 'status 507'])

/**
 * Asks an S3-compatible server, each time with a signature of its own (Signature Version 4, the bucket in the path):
 * patient with what passes, and clear about what does not.
 */
export function s3Client(settings: S3Settings, { fetch, timing }: Network, manners = S3_MANNERS): S3Client {
  // A clock that is wrong by more than a quarter of an hour is refused; the server's own is in every answer.
  let offsetMs = 0
  const wait = (tries: number) => timing.sleep(backoffMs(tries, manners.backoff, timing.random))
  const ask: S3Client['ask'] = async (request) => {
    for (let tries = 1; ; tries += 1) {
      const signed = await sign(settings, request, new Date(timing.now() + offsetMs))
      const answer = await askOnce(fetch, signed, manners)
      if (!answer || !('reason' in answer)) return answer
      if (answer.offsetMs !== undefined) offsetMs = answer.offsetMs - timing.now()
      if (!answer.passing || tries >= manners.tries) throw troubleOf(answer.reason)
      await wait(tries)
    }
  }
  return { ask, manners, wait }
}

async function sign(settings: S3Settings, request: S3Request, at: Date) {
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = settings
  const { method, key, query = {}, body, from = 0 } = request
  const url = new URL(`${endpoint.replace(/\/$/, '')}/${bucket}/${key}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const { headers } = await new AwsV4Signer({
    method,
    url: url.href,
    service: 's3',
    region,
    accessKeyId,
    secretAccessKey,
    datetime: at.toISOString().replace(/[:-]|\.\d{3}/g, ''),
    // So the server refuses bytes that have been damaged on the way.
    headers: { 'x-amz-content-sha256': hashOf(body ?? new Uint8Array()) },
  }).sign()
  if (from > 0) headers.set('range', `bytes=${from}-`)
  return { url: url.href, init: { method, headers, ...(body && { body: new Uint8Array(body) }) } }
}

async function askOnce(
  fetch: Network['fetch'],
  { url, init }: Awaited<ReturnType<typeof sign>>,
  { answerMs, pieceMs }: S3Manners,
): Promise<S3Answer | null | Failed> {
  const alarm = createAlarm(answerMs)
  try {
    // A redirect leads to a server that nobody has named.
    const response = await fetch(url, { ...init, redirect: 'manual', signal: alarm.signal })
    if (response.ok && init.headers.has('range') && response.status !== 206) {
      await response.body?.cancel()
      alarm.clear()
      return { reason: 'rangeIgnored', passing: false }
    }
    if (response.ok) {
      const size = response.headers.get('content-length')
      return { body: watched(response, alarm, pieceMs), size: size === null ? null : Number(size) }
    }
    alarm.set(pieceMs)
    const failed = await readRefusal(response)
    alarm.clear()
    return failed.reason === 'NoSuchKey' ? null : failed
  } catch (error) {
    alarm.clear()
    return { reason: reasonOf(error, alarm.signal), passing: true }
  }
}

/** The bytes of an answer as they come; one that stops coming, or ends too early, is trouble. */
async function* watched(
  response: Response,
  alarm: ReturnType<typeof createAlarm>,
  pieceMs: number,
): AsyncGenerator<Uint8Array> {
  try {
    alarm.set(pieceMs)
    for await (const piece of response.body ?? []) {
      alarm.clear()
      yield piece
      alarm.set(pieceMs)
    }
  } catch (error) {
    throw troubleOf(reasonOf(error, alarm.signal), error)
  } finally {
    alarm.clear()
  }
}

function createAlarm(milliseconds: number) {
  const ended = new AbortController()
  let timer = setTimeout(() => ended.abort(), milliseconds)
  const clear = () => clearTimeout(timer)
  return {
    signal: ended.signal,
    clear,
    set: (later: number) => {
      clear()
      timer = setTimeout(() => ended.abort(), later)
    },
  }
}

/** S3 says why in a little XML, and in the status alone where something else answers in its place. */
async function readRefusal(response: Response): Promise<Failed> {
  const { status, headers } = response
  const text = (await response.text()).slice(0, 4096)
  const code = /<Code>(\w{1,60})<\/Code>/.exec(text)?.[1] ?? `status ${status}`
  const date = Date.parse(headers.get('date') ?? '')
  if (code === 'RequestTimeTooSkewed' && !Number.isNaN(date))
    return { reason: code, passing: true, offsetMs: date }
  return { reason: code, passing: PASSING.has(status) }
}

function troubleOf(reason: string, cause?: unknown): ShelfTrouble {
  return new ShelfTrouble(FULL.has(reason) ? { kind: 'full' } : { kind: 'unavailable', reason }, cause)
}

/** `fetch` says «fetch failed» and keeps what the system said (`ECONNREFUSED`) as the cause. */
function reasonOf(error: unknown, { aborted }: AbortSignal): string {
  if (aborted) return 'timedOut'
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string') return at.code
  }
  return 'cutOff'
}

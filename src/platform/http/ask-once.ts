import { fail, ok, type Result } from '#src/platform/result.ts'
import type { HttpAnswer, HttpFailure } from './http-answer.ts'
import { readBody } from './read-body.ts'
import { retryAfterMs } from './wait.ts'

export type HttpRequest = {
  readonly url: string
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal?: AbortSignal
  /** What is wrong with a success as a whole; null when it is what was asked for. */
  readonly check?: (bytes: Uint8Array) => 'cutOff' | 'unexpected' | null
}

export type Limits = {
  /** Until the answer begins. */
  readonly answerMs: number
  /** Until its last byte: a server that drips is given up too. */
  readonly wholeMs: number
  readonly maxBytes: number
}

type Once = {
  readonly fetch: typeof globalThis.fetch
  readonly limits: Limits
  readonly now: () => number
}

/** Asks once. Whatever happens on the way is a value. */
export async function askOnce(
  request: HttpRequest,
  { fetch, limits, now }: Once,
): Promise<Result<HttpAnswer, HttpFailure>> {
  if (request.signal?.aborted) return fail({ kind: 'cancelled' })
  const clock = startClock(limits)
  const signal = request.signal ? AbortSignal.any([request.signal, clock.signal]) : clock.signal
  let hasBegun = false
  try {
    const response = await follow(request, (url) => fetch(url, { ...initOf(request), signal }))
    hasBegun = true
    clock.begun()
    const body = await readBody(response, limits.maxBytes)
    return body.ok ? judge(request, response, { bytes: body.value, now: now() }) : body
  } catch (error) {
    if (request.signal?.aborted) return fail({ kind: 'cancelled' })
    if (clock.signal.aborted) {
      return fail({
        kind: 'timedOut',
        seconds: Math.ceil((hasBegun ? limits.wholeMs : limits.answerMs) / 1000),
      })
    }
    if (hasBegun) return fail({ kind: 'cutOff' })
    return fail({ kind: 'unreachable', reason: codeOf(error) })
  } finally {
    clock.stop()
  }
}

function initOf({ method = 'GET', headers = {}, body }: HttpRequest): RequestInit {
  return {
    method,
    headers: { 'user-agent': 'Spydspiss', ...headers },
    redirect: 'manual',
    ...(body !== undefined && { body }),
  }
}

const MOST_HOPS = 3

/** Goes where the server points, on that server only: a header may hold a key, which is meant for no other. */
async function follow(
  { url, method = 'GET' }: HttpRequest,
  ask: (url: string) => Promise<Response>,
): Promise<Response> {
  let at = new URL(url)
  for (let hops = 0; ; hops += 1) {
    const response = await ask(at.href)
    const pointed = response.headers.get('location')
    const isRedirect = response.status >= 300 && response.status < 400 && pointed !== null
    const next = isRedirect && URL.canParse(pointed, at.href) ? new URL(pointed, at.href) : null
    if (!next || next.origin !== at.origin || method !== 'GET' || hops >= MOST_HOPS) return response
    await response.body?.cancel()
    at = next
  }
}

function judge(
  { check }: HttpRequest,
  response: Response,
  { bytes, now }: { bytes: Uint8Array; now: number },
): Result<HttpAnswer, HttpFailure> {
  const { status, headers, ok: isSuccess } = response
  if (!isSuccess) {
    return fail({ kind: 'status', status, retryAfterMs: retryAfterMs(headers.get('retry-after'), now) })
  }
  if (bytes.byteLength === 0) return fail({ kind: 'emptyAnswer', status })
  const wrong = check?.(bytes) ?? null
  return wrong ? fail({ kind: wrong }) : ok({ status, headers, bytes })
}

function startClock({ answerMs, wholeMs }: Limits) {
  const ended = new AbortController()
  const end = () => ended.abort()
  const answer = setTimeout(end, answerMs)
  const whole = setTimeout(end, wholeMs)
  return {
    signal: ended.signal,
    begun: () => clearTimeout(answer),
    stop: () => {
      clearTimeout(answer)
      clearTimeout(whole)
    },
  }
}

/** `fetch` says «fetch failed» and keeps what the system said (`ECONNREFUSED`) as the cause. */
function codeOf(error: unknown): string {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string') return at.code
  }
  return error instanceof Error ? error.name : 'unknown'
}

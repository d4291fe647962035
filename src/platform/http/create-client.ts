import { fail, type Result } from '#src/platform/result.ts'
import { askOnce, type HttpRequest, type Limits } from './ask-once.ts'
import { type HttpAnswer, type HttpFailure, isPassing } from './http-answer.ts'
import { createPace } from './pace.ts'
import { type Backoff, backoffMs, systemTiming, type Timing } from './wait.ts'

export type ClientManners = {
  readonly limits: Limits
  readonly pace: { readonly everyMs: number; readonly burst: number }
  /** How often the same thing is asked for in all. */
  readonly tries: number
  readonly backoff: Backoff
  /** Longer than this is not waited for: the caller is told and may come back another day. */
  readonly longestWaitMs: number
}

export type HttpClient = (request: HttpRequest) => Promise<Result<HttpAnswer, HttpFailure>>

/** What a client needs of the world; the real one when nothing is said. */
export type Network = {
  readonly fetch: typeof globalThis.fetch
  readonly timing: Timing
}

export const systemNetwork: Network = {
  fetch: (...asked) => globalThis.fetch(...asked),
  timing: systemTiming,
}

/**
 * A client for one server, with manners: it keeps the pace, waits as long as it is asked to, tries again what may
 * pass, and gives up what takes too long. Expected failures are values.
 */
export function createHttpClient(manners: ClientManners, { fetch, timing }: Network): HttpClient {
  const pace = createPace(manners.pace, timing)
  const once = { fetch, limits: manners.limits, now: timing.now }
  return async (request) => {
    for (let tries = 1; ; tries += 1) {
      await pace.turn(request.signal)
      const answer = await askOnce(request, once)
      if (answer.ok || tries >= manners.tries || !isPassing(answer.failure)) return answer
      const wait = waitFor(answer.failure, backoffMs(tries, manners.backoff, timing.random))
      if (wait > manners.longestWaitMs) return answer
      // Whoever else asks the same server waits too.
      if (isTurnedAway(answer.failure)) pace.pause(wait)
      await timing.sleep(wait, request.signal)
      if (request.signal?.aborted) return fail({ kind: 'cancelled' })
    }
  }
}

/** The server's own wish counts when it is longer than our patience. */
function waitFor(failure: HttpFailure, backoff: number): number {
  return failure.kind === 'status' ? Math.max(failure.retryAfterMs ?? 0, backoff) : backoff
}

function isTurnedAway(failure: HttpFailure): boolean {
  return failure.kind === 'status' && (failure.status === 429 || failure.status === 503)
}

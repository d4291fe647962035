/** A whole answer; the bytes are all there. */
export type HttpAnswer = {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
}

/** Why there is no answer that can be used, after every try. */
export type HttpFailure =
  /** The caller gave up. */
  | { readonly kind: 'cancelled' }
  /** No answer, or not the whole of it, within the time: also one that drips. */
  | { readonly kind: 'timedOut'; readonly seconds: number }
  /** No connection, or one that broke before the answer began; `reason` is the system's code. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** The answer ended before it was whole. */
  | { readonly kind: 'cutOff' }
  /** A success without a word in it, such as 202: nothing was said, also not that there is nothing. */
  | { readonly kind: 'emptyAnswer'; readonly status: number }
  /** Something else than what was asked for, such as a page of HTML. */
  | { readonly kind: 'unexpected' }
  | { readonly kind: 'tooLarge'; readonly megabytes: number }
  /** The server refuses; `retryAfterMs` when it says how long it wants to be left alone. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterMs: number | null }

const PASSING_STATUS = new Set([408, 425, 429, 500, 502, 503, 504])

/** Whether asking again may help. */
export function isPassing(failure: HttpFailure): boolean {
  if (failure.kind === 'status') return PASSING_STATUS.has(failure.status)
  return failure.kind !== 'cancelled' && failure.kind !== 'tooLarge'
}

import type { Timing } from './wait.ts'

export type Pace = {
  /** Waits for this request's turn. */
  readonly turn: (signal?: AbortSignal) => Promise<void>
  /** Nobody has a turn for so long: the server has asked to be left alone. */
  readonly pause: (milliseconds: number) => void
}

/**
 * At most `burst` requests at once and one more every `everyMs`: what a server can bear for hours, and still quick
 * for the few who need little.
 */
export function createPace(
  { everyMs, burst }: { readonly everyMs: number; readonly burst: number },
  { now, sleep }: Pick<Timing, 'now' | 'sleep'>,
): Pace {
  // It lags behind the present by what may be used at once.
  let nextTurn = now() - burst * everyMs
  let pausedUntil = 0
  return {
    turn: async (signal) => {
      nextTurn = Math.max(nextTurn, now() - burst * everyMs) + everyMs
      const wait = Math.max(nextTurn, pausedUntil) - now()
      if (wait > 0) await sleep(wait, signal)
    },
    pause: (milliseconds) => {
      pausedUntil = Math.max(pausedUntil, now() + milliseconds)
    },
  }
}

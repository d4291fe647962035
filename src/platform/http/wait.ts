import { setTimeout as later } from 'node:timers/promises'

/** Everything of time and chance that a client uses; a parameter so that tests are fast and certain. */
export type Timing = {
  readonly now: () => number
  /** Resolves after `milliseconds`, or at once when the signal is aborted; never rejects. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** From 0 up to 1. */
  readonly random: () => number
}

export const systemTiming: Timing = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await later(milliseconds, undefined, signal ? { signal } : {}).catch(() => {})
  },
  random: Math.random,
}

export type Backoff = {
  readonly firstMs: number
  readonly longestMs: number
}

/**
 * How long to wait before try number `tries + 1`: twice as long each time, between half of it and all of it by
 * chance, so that many who were turned away together do not come back together.
 */
export function backoffMs(tries: number, { firstMs, longestMs }: Backoff, random: () => number): number {
  const whole = Math.min(firstMs * 2 ** Math.max(0, tries - 1), longestMs)
  return Math.round(whole / 2 + (whole / 2) * random())
}

/** What `retry-after` asks for: seconds or a date; null when it says neither, and never less than nothing. */
export function retryAfterMs(header: string | null, now: number): number | null {
  const written = header?.trim()
  if (!written) return null
  if (/^\d+$/.test(written)) return Number(written) * 1000
  const at = /^[A-Za-z]{3}/.test(written) ? Date.parse(written) : Number.NaN
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}

export type Figures = {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

/** What so many of the measured times lie below, in milliseconds. */
export function figures(times: readonly number[]): Figures {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2))
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

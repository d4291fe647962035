export type Random = {
  /** From 0 up to 1. */
  readonly fraction: () => number
  readonly between: (from: number, to: number) => number
}

/** The same numbers for the same seed (mulberry32), so that what happened at random can happen again. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { fraction, between: (from, to) => from + fraction() * (to - from) }
}

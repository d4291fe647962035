import type { Timing } from '#src/platform/http/index.ts'

export type VirtualTime = {
  readonly timing: Timing
  /** Every wait that was asked for, in milliseconds. */
  readonly waits: number[]
}

/** Time in which waiting costs nothing, and chance that always throws the middle. */
export function virtualTime(start = Date.now()): VirtualTime {
  const waits: number[] = []
  let now = start
  return {
    waits,
    timing: {
      now: () => now,
      sleep: async (milliseconds) => {
        waits.push(milliseconds)
        now += milliseconds
      },
      random: () => 0.5,
    },
  }
}

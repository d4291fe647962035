export type Turns = {
  /** Runs `work` when there is room for it. */
  readonly take: <Value>(work: () => Promise<Value>) => Promise<Value>
}

/** So many at once, and the others in the order they came. */
export function createTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = []
  let busy = 0
  return {
    take: async (work) => {
      if (busy >= atOnce) await new Promise<void>((turn) => waiting.push(turn))
      else busy += 1
      try {
        return await work()
      } finally {
        // The place is handed on, so that nobody who comes just now gets in between.
        const next = waiting.shift()
        if (next) next()
        else busy -= 1
      }
    },
  }
}

/** A piece of work that gives way now and then, and in the end gives a value. */
export type Steps<Value> = Generator<void, Value>

/** Does the work at once. */
export function runToEnd<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

export type Slicing = {
  /** Milliseconds at a time. */
  readonly slice: number
  readonly now: () => number
  /** Lets others go on; the work continues when it is fulfilled. */
  readonly pause: () => Promise<void>
}

/** Does the work in slices, so that nothing else has to wait longer than one of them. */
export async function runInSlices<Value>(
  steps: Steps<Value>,
  { slice, now, pause }: Slicing,
): Promise<Value> {
  let begun = now()
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    if (now() - begun < slice) continue
    await pause()
    begun = now()
  }
}

import { createHash } from 'node:crypto'

/** Chosen before any rule was written, by ids alone; changing it would let the rules see what they are judged by. */
const SEED = 'spydspiss-signals-12'

export type Half = 'development' | 'heldOut'

/** Which half a text of the committed set belongs to: the rules are written looking at the development half only. */
export function halfOf(id: string): Half {
  const first = createHash('sha256').update(`${SEED}:${id}`).digest()[0] ?? 0
  return first % 2 === 0 ? 'development' : 'heldOut'
}

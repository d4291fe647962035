/** Reads a stream in the pieces one needs, and holds no more of it than was asked for and one chunk. */
export type ByteReader = {
  /** The next bytes without taking them; fewer only at the end. */
  readonly peek: (count: number) => Promise<Uint8Array>
  /** The next bytes; fewer only at the end. */
  readonly take: (count: number) => Promise<Uint8Array>
  /** Some of the next bytes, at most as many; null at the end. */
  readonly next: (most?: number) => Promise<Uint8Array | null>
  readonly close: () => Promise<void>
}

export function createByteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = source[Symbol.asyncIterator]()
  let held: Uint8Array[] = []
  let size = 0
  let hasEnded = false
  const pull = async (): Promise<void> => {
    const step = await iterator.next()
    if (step.done) hasEnded = true
    else if (step.value.byteLength > 0) {
      held.push(step.value)
      size += step.value.byteLength
    }
  }
  const gather = async (count: number): Promise<Uint8Array> => {
    while (size < count && !hasEnded) await pull()
    const [first] = held
    if (held.length > 1 && (first?.byteLength ?? 0) < count) held = [new Uint8Array(Buffer.concat(held))]
    return held[0] ?? new Uint8Array()
  }
  const drop = (bytes: Uint8Array, count: number): void => {
    size -= count
    if (bytes.byteLength > count) held[0] = bytes.subarray(count)
    else held.shift()
  }
  return {
    peek: async (count) => (await gather(count)).subarray(0, count),
    take: async (count) => {
      const bytes = await gather(count)
      const taken = bytes.subarray(0, count)
      if (taken.byteLength > 0) drop(bytes, taken.byteLength)
      return taken
    },
    next: async (most = Number.POSITIVE_INFINITY) => {
      const bytes = await gather(1)
      if (bytes.byteLength === 0) return null
      const taken = bytes.subarray(0, most)
      drop(bytes, taken.byteLength)
      return taken
    },
    close: async () => {
      hasEnded = true
      await iterator.return?.()
    },
  }
}

/** The rest of a reader, as a stream again. */
export async function* restOf(reader: ByteReader): AsyncGenerator<Uint8Array> {
  for (let chunk = await reader.next(); chunk; chunk = await reader.next()) yield chunk
}

/** Everything that is left in one piece; null when it is more than the limit. */
export async function takeAll(reader: ByteReader, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of restOf(reader)) {
    size += chunk.byteLength
    if (size > limit) return null
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

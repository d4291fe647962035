/** Bytes that are written one after the other, and numbers as varints: seven bits a byte, the eighth for more. */
export type GrowingBytes = { bytes: Uint8Array; length: number }

export function growingBytes(): GrowingBytes {
  return { bytes: new Uint8Array(4096), length: 0 }
}

export function pushByte(target: GrowingBytes, byte: number): void {
  if (target.length === target.bytes.length) reserve(target, 1)
  target.bytes[target.length] = byte
  target.length += 1
}

export function pushVarint(target: GrowingBytes, value: number): void {
  let rest = value
  while (rest > 127) {
    pushByte(target, (rest & 127) | 128)
    rest >>>= 7
  }
  pushByte(target, rest)
}

export function pushBytes(
  target: GrowingBytes,
  source: Uint8Array,
  [from, to]: readonly [number, number],
): void {
  reserve(target, to - from)
  // A posting's positions are one to five bytes: copying them here beats making a view of them.
  for (let at = from; at < to; at += 1) target.bytes[target.length++] = source[at] as number
}

export function finished({ bytes, length }: GrowingBytes): Uint8Array {
  return bytes.slice(0, length)
}

function reserve(target: GrowingBytes, more: number): void {
  const needed = target.length + more
  if (needed <= target.bytes.length) return
  const roomier = new Uint8Array(Math.max(needed, Math.ceil(target.bytes.length * 1.5)))
  roomier.set(target.bytes)
  target.bytes = roomier
}

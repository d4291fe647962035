/**
 * A checksum against accidents, not against people: four sums side by side after xxHash32, word by word, so that
 * half a gigabyte is checked in a fraction of a second. Bytes come in pieces that are multiples of sixteen.
 */
export type Checksum = { one: number; two: number; three: number; four: number }

const MULTIPLIER = 0x9e3779b1
const MIXER = 0x85ebca77

export function checksum(): Checksum {
  return { one: 1, two: 2, three: 3, four: 4 }
}

export function addBytes(sum: Checksum, bytes: Uint8Array): void {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2)
  let { one, two, three, four } = sum
  for (let at = 0; at + 3 < words.length; at += 4) {
    one = mix(one, words[at] as number)
    two = mix(two, words[at + 1] as number)
    three = mix(three, words[at + 2] as number)
    four = mix(four, words[at + 3] as number)
  }
  sum.one = one
  sum.two = two
  sum.three = three
  sum.four = four
}

function mix(lane: number, word: number): number {
  const sum = (lane + Math.imul(word, MIXER)) | 0
  return Math.imul((sum << 13) | (sum >>> 19), MULTIPLIER)
}

export function digest({ one, two, three, four }: Checksum): Uint8Array {
  return new Uint8Array(Int32Array.of(one, two, three, four).buffer)
}

/** A set of document numbers, one bit each. */
export type Bitset = Uint32Array

export function bitsetFor(size: number): Bitset {
  return new Uint32Array((size + 31) >>> 5)
}

export function hasBit(set: Bitset, place: number): boolean {
  return (((set[place >>> 5] as number) >>> (place & 31)) & 1) === 1
}

export function setBit(set: Bitset, place: number): void {
  set[place >>> 5] = (set[place >>> 5] as number) | (1 << (place & 31))
}

/** The members, in ascending order. */
export function membersOf(set: Bitset): Uint32Array {
  let count = 0
  for (let place = 0; place < set.length; place += 1) {
    for (let rest = set[place] as number; rest !== 0; rest &= rest - 1) count += 1
  }
  const members = new Uint32Array(count)
  let size = 0
  for (let place = 0; place < set.length; place += 1) {
    for (let rest = set[place] as number; rest !== 0; rest &= rest - 1) {
      members[size++] = place * 32 + 31 - Math.clz32(rest & -rest)
    }
  }
  return members
}

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
export function membersOf(set: Bitset): number[] {
  const members: number[] = []
  for (const [place, word] of set.entries()) {
    for (let rest = word; rest !== 0; rest &= rest - 1) {
      members.push(place * 32 + 31 - Math.clz32(rest & -rest))
    }
  }
  return members
}

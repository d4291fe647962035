/** Draws that are the same for the same seed (mulberry32), whatever machine they are made on. */
export type Chance = {
  /** From 0 up to, not including, `count`. */
  readonly below: (count: number) => number
  /** Whole numbers, both ends included. */
  readonly between: (least: number, most: number) => number
  readonly happens: (share: number) => boolean
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** By weight: `weighted({ follow: 6, either: 3 })`. */
  readonly weighted: <Name extends string>(weights: Readonly<Record<Name, number>>) => Name
  readonly shuffled: <Item>(items: readonly Item[]) => readonly Item[]
}

export function chanceFrom(seed: number): Chance {
  const next = numbersFrom(seed)
  const below = (count: number) => Math.floor(next() * count)

  function pick<Item>(items: readonly Item[]): Item {
    const item = items[below(items.length)]
    if (item === undefined) throw new RangeError('There is nothing to pick from')
    return item
  }

  function weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name {
    const names = Object.keys(weights) as Name[]
    const ends = names.map((_, at) => names.slice(0, at + 1).reduce((sum, name) => sum + weights[name], 0))
    const drawn = next() * (ends.at(-1) ?? 0)
    return names.find((_, at) => drawn < (ends[at] ?? 0)) ?? pick(names)
  }

  function shuffled<Item>(items: readonly Item[]): readonly Item[] {
    const keyed = items.map((item) => ({ item, key: next() }))
    return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item)
  }

  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    happens: (share) => next() < share,
    pick,
    weighted,
    shuffled,
  }
}

function numbersFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

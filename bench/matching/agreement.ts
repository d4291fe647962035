/** Groups of ids; who stands in no group is alone. */
export type Partition = readonly (readonly string[])[]

/** How far two partitions agree, counted over pairs of needs. */
export type Agreement = {
  /** Of the pairs that were put together, the share that belongs together. */
  readonly precision: number
  /** Of the pairs that belong together, the share that was put together. */
  readonly recall: number
  readonly f1: number
  /** Rand index adjusted for chance (Hubert and Arabie 1985): 1 is the same partition, 0 what chance gives. */
  readonly adjustedRand: number
}

/** Nothing put together is never wrong: its precision is 1. */
export function agreementOf(ids: readonly string[], found: Partition, truth: Partition): Agreement {
  const [foundOf, truthOf] = [labels(ids, found), labels(ids, truth)]
  const pairsIn = (keys: readonly string[]) =>
    [...Map.groupBy(keys, (key) => key).values()].reduce((sum, { length }) => sum + pairs(length), 0)
  const inFound = pairsIn(ids.map((id) => String(foundOf.get(id))))
  const inTruth = pairsIn(ids.map((id) => String(truthOf.get(id))))
  const inBoth = pairsIn(ids.map((id) => `${foundOf.get(id)} ${truthOf.get(id)}`))
  const precision = inFound === 0 ? 1 : inBoth / inFound
  const recall = inTruth === 0 ? 1 : inBoth / inTruth
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    adjustedRand: adjusted({ inBoth, inFound, inTruth, all: pairs(ids.length) }),
  }
}

type Pairs = {
  readonly inBoth: number
  readonly inFound: number
  readonly inTruth: number
  readonly all: number
}

function adjusted({ inBoth, inFound, inTruth, all }: Pairs): number {
  const expected = all === 0 ? 0 : (inFound * inTruth) / all
  const most = (inFound + inTruth) / 2
  return most === expected ? 1 : (inBoth - expected) / (most - expected)
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2
}

function labels(ids: readonly string[], partition: Partition): ReadonlyMap<string, number> {
  const known = new Set(ids)
  const labelled = new Map<string, number>()
  for (const [label, group] of partition.entries())
    for (const id of group) {
      if (!known.has(id)) throw new Error(`${id} is not among the needs`)
      if (labelled.has(id)) throw new Error(`${id} stands twice`)
      labelled.set(id, label)
    }
  const alone = ids.filter((id) => !labelled.has(id))
  for (const [at, id] of alone.entries()) labelled.set(id, partition.length + at)
  return labelled
}

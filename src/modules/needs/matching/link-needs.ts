/** How alike two are, by their places; minus infinity when they can never be together. */
export type FigureOf = (one: number, other: number) => number

export type Edge = { readonly one: number; readonly other: number; readonly figure: number }
type Cluster = {
  members: readonly number[]
  /** By neighbour, the sum of the figures of all pairs between them. */
  readonly sums: Map<number, number>
}
type Linking = { readonly figureOf: FigureOf; readonly least: number }

/**
 * Groups by average link: two groups are put together whose members are most alike on average, each more than with any
 * other, as long as that is at least `least`. Groups whose average reaches it have a pair that does, so only such pairs are
 * given, and the others between two groups are compared when it comes to that.
 *
 * It follows a chain from each to the most alike until two are each other's most alike (nearest-neighbour chain, Benzécri
 * 1982). Average link never makes two groups more alike by putting one of them together with a third, so this gives the same groups
 * as looking for the best pair of all in every step, and needs no queue.
 */
export function linkNeeds(
  count: number,
  edges: readonly Edge[],
  { figureOf, least }: Linking,
): readonly (readonly number[])[] {
  const clusters = Array.from({ length: count }, (_, at): Cluster => ({ members: [at], sums: new Map() }))
  for (const { one, other, figure } of edges) {
    clusters[one]?.sums.set(other, figure)
    clusters[other]?.sums.set(one, figure)
  }
  for (const start of clusters.keys()) {
    const chain = [start]
    for (let top = chain.at(-1); top !== undefined; top = chain.at(-1)) {
      const before = chain.at(-2)
      const next = mostAlike(clusters, top, before, least)
      if (next === null) chain.pop()
      else if (next !== before) chain.push(next)
      else {
        chain.splice(-2)
        const [into, from] = [Math.min(top, next), Math.max(top, next)]
        join(clusters, { into, from }, figureOf)
        // What is new may be most alike to what no chain comes by again.
        if (chain.length === 0) chain.push(into)
      }
    }
  }
  return clusters.map(({ members }) => members).filter(({ length }) => length > 1)
}

/** Of those that are equally alike, the one it came from, and then the one with the lowest place. */
function mostAlike(
  clusters: readonly Cluster[],
  of: number,
  before: number | undefined,
  least: number,
): number | null {
  const { members, sums } = clusters[of] as Cluster
  let best: number | null = null
  let most = least
  for (const [place, sum] of sums) {
    const figure = sum / (members.length * (clusters[place] as Cluster).members.length)
    const isBetter = best === null ? figure >= most : figure > most
    if (isBetter || (figure === most && best !== before && (place === before || place < (best ?? place)))) {
      best = place
      most = figure
    }
  }
  return best
}

type Joined = { readonly into: number; readonly from: number }

function join(clusters: readonly Cluster[], joined: Joined, figureOf: FigureOf): void {
  const [into, from] = [clusters[joined.into] as Cluster, clusters[joined.from] as Cluster]
  into.sums.delete(joined.from)
  from.sums.delete(joined.into)
  for (const place of new Set([...into.sums.keys(), ...from.sums.keys()])) {
    const beside = clusters[place] as Cluster
    const sum =
      (into.sums.get(place) ?? sumBetween(into, beside, figureOf)) +
      (from.sums.get(place) ?? sumBetween(from, beside, figureOf))
    beside.sums.delete(joined.from)
    if (sum === Number.NEGATIVE_INFINITY) {
      into.sums.delete(place)
      beside.sums.delete(joined.into)
    } else {
      into.sums.set(place, sum)
      beside.sums.set(joined.into, sum)
    }
  }
  into.members = [...into.members, ...from.members].sort((a, b) => a - b)
  from.members = []
  from.sums.clear()
}

function sumBetween(one: Cluster, other: Cluster, figureOf: FigureOf): number {
  let sum = 0
  for (const a of one.members)
    for (const b of other.members) {
      sum += figureOf(a, b)
      if (sum === Number.NEGATIVE_INFINITY) return sum
    }
  return sum
}

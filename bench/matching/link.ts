/** How like two groups are: as their members on average, or as the two that are most alike. */
export type Linkage = 'average' | 'single'
/** A step of putting the two most alike groups together; `from` goes into `into`. */
export type Merge = { readonly into: number; readonly from: number; readonly likeness: number }

/**
 * Puts the two most alike groups together until there is one, and tells every step, so that one run serves all
 * thresholds. The likeness never rises from step to step.
 */
export function linkAll(likeness: readonly Float64Array[], linkage: Linkage): readonly Merge[] {
  const rows = likeness.map((row) => row.slice())
  const sizes = rows.map(() => 1)
  const alive = new Set(rows.keys())
  const merges: Merge[] = []
  while (alive.size > 1) {
    const merge = mostAlike(rows, [...alive])
    merges.push(merge)
    alive.delete(merge.from)
    join(rows, sizes, { merge, others: alive, linkage })
  }
  return merges
}

/** The groups there are when nothing less alike than `threshold` is put together, as places in the list. */
export function groupsAbove(
  count: number,
  merges: readonly Merge[],
  threshold: number,
): readonly (readonly number[])[] {
  const groups = new Map(Array.from({ length: count }, (_, at) => [at, [at]]))
  for (const { into, from, likeness } of merges) {
    if (likeness < threshold) break
    groups.get(into)?.push(...(groups.get(from) ?? []))
    groups.delete(from)
  }
  return [...groups.values()]
}

function mostAlike(rows: readonly Float64Array[], alive: readonly number[]): Merge {
  let best = { into: 0, from: 0, likeness: Number.NEGATIVE_INFINITY }
  for (const [place, into] of alive.entries())
    for (const from of alive.slice(place + 1)) {
      const likeness = rows[into]?.[from] ?? 0
      if (likeness > best.likeness) best = { into, from, likeness }
    }
  return best
}

type Join = { readonly merge: Merge; readonly others: ReadonlySet<number>; readonly linkage: Linkage }

function join(
  rows: readonly Float64Array[],
  sizes: number[],
  { merge: { into, from }, others, linkage }: Join,
): void {
  const [own, lost] = [sizes[into] ?? 1, sizes[from] ?? 1]
  for (const other of others) {
    if (other === into) continue
    const [one, two] = [rows[into]?.[other] ?? 0, rows[from]?.[other] ?? 0]
    const joined = linkage === 'single' ? Math.max(one, two) : (own * one + lost * two) / (own + lost)
    rows[into]?.fill(joined, other, other + 1)
    rows[other]?.fill(joined, into, into + 1)
  }
  sizes[into] = own + lost
}

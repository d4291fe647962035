/** The best so many documents of a segment; of equal ones those with the lower number. */
export type TopHits = { readonly keys: Float64Array; readonly docs: Int32Array; size: number }

export function topHits(most: number): TopHits {
  return { keys: new Float64Array(most), docs: new Int32Array(most), size: 0 }
}

/** Takes in a document; those with lower numbers must come before it. */
export function offer(top: TopHits, key: number, doc: number): void {
  const { keys, docs, size } = top
  if (size < keys.length) {
    keys[size] = key
    docs[size] = doc
    top.size += 1
    rise(top, size)
    return
  }
  // A later document with an equal key stands behind the one that is there.
  if (size === 0 || key <= (keys[0] as number)) return
  keys[0] = key
  docs[0] = doc
  sink(top)
}

export type TopHit = { readonly key: number; readonly doc: number }

export function sortedHits({ keys, docs, size }: TopHits): TopHit[] {
  return Array.from({ length: size }, (_, at) => ({ key: keys[at] as number, doc: docs[at] as number })).sort(
    (one, other) => (one.key === other.key ? one.doc - other.doc : other.key > one.key ? 1 : -1),
  )
}

/** Whether what stands at `one` is to go before what stands at `other`: the worst lies on top of the heap. */
function isWorse({ keys, docs }: TopHits, one: number, other: number): boolean {
  const difference = (keys[one] as number) - (keys[other] as number)
  return difference < 0 || (keys[one] === keys[other] && (docs[one] as number) > (docs[other] as number))
}

function rise(top: TopHits, from: number): void {
  for (let at = from; at > 0; ) {
    const above = (at - 1) >> 1
    if (!isWorse(top, at, above)) return
    swap(top, at, above)
    at = above
  }
}

function sink(top: TopHits): void {
  for (let at = 0; ; ) {
    const left = 2 * at + 1
    if (left >= top.size) return
    const right = left + 1
    const worse = right < top.size && isWorse(top, right, left) ? right : left
    if (!isWorse(top, worse, at)) return
    swap(top, at, worse)
    at = worse
  }
}

function swap({ keys, docs }: TopHits, one: number, other: number): void {
  const [key, doc] = [keys[one] as number, docs[one] as number]
  keys[one] = keys[other] as number
  docs[one] = docs[other] as number
  keys[other] = key
  docs[other] = doc
}

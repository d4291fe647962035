const collator = new Intl.Collator('nb', { numeric: true })

/**
 * The Norwegian order of names: æ, ø, å last, «aa» as å.
 *
 * Names are ordered here and not in SQL, because the embedded database knows no Norwegian order.
 */
export function compareNames(one: string, other: string): number {
  return collator.compare(one, other)
}

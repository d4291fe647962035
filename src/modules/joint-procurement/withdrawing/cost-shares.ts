import type { OrganisationId } from '#src/modules/organisations/contract.ts'

export type CostKey = 'equal' | 'inhabitants' | 'volume' | 'agreed'

/** What a share is reckoned from; what is not known is null. */
export type Sharing = {
  readonly organisation: OrganisationId
  readonly inhabitants: number | null
  readonly volume: number | null
  /** In per cent, where it has been agreed. */
  readonly agreed: number | null
}

/**
 * What each carries of the costs, in per cent of the whole, by the key. All of it is shared; null for everybody where the
 * key asks for something that one of them has not told, since the others' parts cannot be known either.
 */
export function costShares(
  key: CostKey | null,
  sharing: readonly Sharing[],
): ReadonlyMap<OrganisationId, number> | null {
  if (!key || sharing.length === 0) return null
  const weights = sharing.map((one) => weightOf(key, one))
  if (weights.some((weight) => weight === null)) return null
  const total = weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0)
  if (total <= 0) return null
  return new Map(sharing.map((one, place) => [one.organisation, ((weights[place] ?? 0) / total) * 100]))
}

function weightOf(key: CostKey, { inhabitants, volume, agreed }: Sharing): number | null {
  switch (key) {
    case 'equal':
      return 1
    case 'inhabitants':
      return inhabitants
    case 'volume':
      return volume
    case 'agreed':
      return agreed
  }
}

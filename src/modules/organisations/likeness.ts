import { type Municipality, population } from './municipality.ts'
import { municipalities, municipality, type Register } from './register.ts'

/** Why two municipalities are alike, each with what a sentence needs. */
export type LikenessReason =
  | { readonly kind: 'population'; readonly count: number }
  | { readonly kind: 'centrality'; readonly centralityClass: number }
  | { readonly kind: 'kostraGroup'; readonly kostraGroup: string }

export type LikeMunicipality = {
  readonly municipality: Municipality
  /** From 0 to 1. */
  readonly likeness: number
  readonly reasons: readonly LikenessReason[]
}

const WEIGHT = { population: 0.4, kostraGroup: 0.35, centrality: 0.25 }
/** Within a quarter more or less two municipalities are called equally large. */
const SAME_SIZE = 1.25
/** Four times as many inhabitants is no likeness at all. */
const NO_LIKENESS = 4

/** The municipalities that are most like this one in size, centrality and economy, wherever they lie. */
export function municipalitiesLike(
  register: Register,
  kommunenummer: string,
  limit = 6,
): readonly LikeMunicipality[] {
  const one = municipality(register, kommunenummer)
  if (!one) return []
  return municipalities(register)
    .filter((other) => other.kommunenummer !== one.kommunenummer)
    .map((other) => compare(one, other))
    .filter((like) => like.reasons.length > 0)
    .sort(
      (a, b) =>
        b.likeness - a.likeness || a.municipality.kommunenummer.localeCompare(b.municipality.kommunenummer),
    )
    .slice(0, limit)
}

function compare(one: Municipality, other: Municipality): LikeMunicipality {
  const ratio = Math.max(population(one) / population(other), population(other) / population(one))
  const steps = Math.abs(one.centralityIndex - other.centralityIndex)
  const sameGroup = one.kostraGroup === other.kostraGroup
  const likeness =
    WEIGHT.population * Math.max(0, 1 - Math.log(ratio) / Math.log(NO_LIKENESS)) +
    WEIGHT.centrality * Math.max(0, 1 - steps / 200) +
    WEIGHT.kostraGroup * (sameGroup ? 1 : 0)
  return { municipality: other, likeness, reasons: reasons(one, other, ratio) }
}

function reasons(one: Municipality, other: Municipality, ratio: number): readonly LikenessReason[] {
  const found: LikenessReason[] = []
  if (ratio <= SAME_SIZE) found.push({ kind: 'population', count: population(other) })
  if (one.centralityClass === other.centralityClass) {
    found.push({ kind: 'centrality', centralityClass: other.centralityClass })
  }
  if (one.kostraGroup === other.kostraGroup)
    found.push({ kind: 'kostraGroup', kostraGroup: other.kostraGroup })
  return found
}

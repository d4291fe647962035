import { generatePlantedGroups, type PlantedSet } from './generate-planted-groups.ts'
import { DEVELOPMENT_FAMILIES, JUDGEMENT_FAMILIES } from './topics.ts'

/** The ten seeds a method is judged by. Whoever makes the method does not look at their needs. */
export const JUDGEMENT_SEEDS: readonly number[] = [
  20261122, 20270314, 20270607, 20271018, 20280229, 20280517, 20290101, 20290930, 20301111, 20311224,
]

/** These may be looked at and tuned on; their needs are about other things than those that count. */
export const DEVELOPMENT_SEEDS: readonly number[] = [11, 23, 47]

/** The set of a seed; one that is not for development is about what counts. */
export function plantedSet(seed: number): PlantedSet {
  const families = DEVELOPMENT_SEEDS.includes(seed) ? DEVELOPMENT_FAMILIES : JUDGEMENT_FAMILIES
  return generatePlantedGroups({ seed, families })
}

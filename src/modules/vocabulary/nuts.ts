import type { Language, LocalisedText } from '#src/platform/language.ts'
import type { NutsFile } from './data-schema.ts'
import { readData } from './read-data.ts'

/** A place a notice can name: a country, or a Norwegian region of today or of before. */
export type NutsRegion = {
  readonly code: string
  readonly label: LocalisedText
  /** The county of today, where the region lies in exactly one; else null. */
  readonly fylkesnummer: string | null
}

const REGIONS: ReadonlyMap<string, NutsRegion> = new Map(
  readData<NutsFile>('nuts.json').regions.map(({ code, label, fylkesnummer }) => [
    code,
    { code, label, fylkesnummer },
  ]),
)

/**
 * The name of a region. Abroad we know countries only, so `DEA22` becomes «Tyskland»; a code of no
 * known country is shown as it is.
 */
export function nutsLabel(code: string, language: Language): string {
  const region = REGIONS.get(code) ?? REGIONS.get(code.slice(0, 2))
  return region?.label[language] ?? code
}

/** The fylkesnummer of today, or null when the region is a larger, a split or a foreign one. */
export function nutsCounty(code: string): string | null {
  return REGIONS.get(code)?.fylkesnummer ?? null
}

export function nutsRegions(): readonly NutsRegion[] {
  return [...REGIONS.values()]
}

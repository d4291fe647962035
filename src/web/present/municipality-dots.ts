import type { Messages } from '#src/messages/index.ts'
import type { Municipality } from '#src/modules/organisations/index.ts'
import { onMap } from '#src/web/map-projection.ts'
import { address } from '#src/web/paths.ts'
import type { MapDot } from '#src/web/ui/norway-map.tsx'

/** A dot for each municipality, as heavy as what it has shared. */
export function municipalityDots(
  all: readonly Municipality[],
  cases: ReadonlyMap<string, number>,
  { t, language }: Messages,
): readonly MapDot[] {
  return all.map(({ kommunenummer, name, centroid }) => {
    const weight = cases.get(kommunenummer) ?? 0
    return {
      ...onMap(centroid.lon, centroid.lat),
      weight,
      name,
      href: address(language, 'municipality', { number: kommunenummer }),
      text: t('front.map.dot', { name, count: weight }),
    }
  })
}

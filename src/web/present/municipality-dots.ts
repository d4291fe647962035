import type { Messages } from '#src/messages/index.ts'
import type { Municipality } from '#src/modules/organisations/index.ts'
import { onMap } from '#src/web/map-projection.ts'
import { address } from '#src/web/paths.ts'
import type { MapDots } from '#src/web/ui/norway-map.tsx'

/** A dot for each municipality, as heavy as what it has shared; those with nothing yet are one path together. */
export function municipalityDots(
  all: readonly Municipality[],
  cases: ReadonlyMap<string, number>,
  { t, language }: Messages,
): MapDots {
  const weightOf = ({ kommunenummer }: Municipality) => cases.get(kommunenummer) ?? 0
  const place = ({ centroid }: Municipality) => onMap(centroid.lon, centroid.lat)
  const quiet = all.filter((one) => weightOf(one) === 0).map(place)
  const heavy = all.filter((one) => weightOf(one) > 0).sort((a, b) => weightOf(b) - weightOf(a))
  return {
    quiet: quiet.map(({ x, y }) => `M${x},${y}h0`).join(''),
    shown: heavy.map((one) => ({
      ...place(one),
      weight: weightOf(one),
      name: one.name,
      href: address(language, 'municipality', { number: one.kommunenummer }),
      text: t('front.map.dot', { name: one.name, count: weightOf(one) }),
    })),
  }
}

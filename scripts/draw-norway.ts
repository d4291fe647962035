/**
 * Draws the outline of Norway for the map of the municipalities: `node scripts/draw-norway.ts`.
 * Source: Natural Earth through `world-atlas` (public domain). Svalbard and Jan Mayen are left out.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import { MAP_HEIGHT, MAP_WIDTH, norwayProjection } from '#src/web/map-projection.ts'

const SMALLEST_STEP = 1.2

type Ring = [number, number][]
type Topology = Parameters<typeof feature>[0]

const atlas = JSON.parse(readFileSync('node_modules/world-atlas/countries-10m.json', 'utf8')) as Topology
const countries = feature(atlas, atlas.objects.countries as Parameters<typeof feature>[1])
const norway = 'features' in countries && countries.features.find((country) => country.id === '578')
if (norway === undefined || norway === false || norway.geometry.type !== 'MultiPolygon')
  throw new Error('Norway is not in the atlas')

const mainland = norway.geometry.coordinates.filter(([ring]) =>
  (ring as Ring).every(([lon, lat]) => lat < 72 && lon > 3),
)
const draw = geoPath(norwayProjection()).digits(1)
const path = draw({ type: 'MultiPolygon', coordinates: mainland }) ?? ''

/** A file of its own, so that it is fetched once; it follows the reader's colour scheme by itself. */
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${MAP_WIDTH} ${MAP_HEIGHT}"><title>Norge</title><style>
path{fill:#dde7e8;stroke:#b4c6c9;stroke-width:.8}
@media (prefers-color-scheme:dark){path{fill:#24383c;stroke:#3f575c}}
</style><path d="${simplify(path)}"/></svg>
`
writeFileSync('src/web/ui/norway.svg', svg)
console.log(`${mainland.length} polygons, ${svg.length} characters`)

/** Drops points closer than what one sees, and islands smaller than a dot. */
function simplify(full: string): string {
  return full
    .split('Z')
    .map((ring) =>
      ring
        .replace('M', '')
        .split('L')
        .map((pair) => pair.split(',').map(Number) as [number, number]),
    )
    .map(thin)
    .map((points) => (points.length < 5 ? '' : `M${points.map(([x, y]) => `${x},${y}`).join('L')}Z`))
    .join('')
}

function thin(points: [number, number][]): [number, number][] {
  const kept: [number, number][] = []
  for (const point of points) {
    const last = kept.at(-1)
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= SMALLEST_STEP) kept.push(point)
  }
  return kept
}

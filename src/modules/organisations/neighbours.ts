import type { Centroid, Municipality } from './municipality.ts'
import { municipalities, municipality, type Register } from './register.ts'

export type Neighbour = { readonly municipality: Municipality; readonly kilometres: number }

const EARTH_RADIUS_KM = 6371

/** Great-circle distance between two places. */
export function kilometresBetween(a: Centroid, b: Centroid): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const halfLat = Math.sin(radians(b.lat - a.lat) / 2)
  const halfLon = Math.sin(radians(b.lon - a.lon) / 2)
  const chord = halfLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * halfLon ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** The municipalities whose middles are nearest, which is not the same as sharing a border. */
export function neighbours(register: Register, kommunenummer: string, limit = 6): readonly Neighbour[] {
  const here = municipality(register, kommunenummer)
  if (!here) return []
  return municipalities(register)
    .filter((other) => other.kommunenummer !== here.kommunenummer)
    .map((other) => ({ municipality: other, kilometres: kilometresBetween(here.centroid, other.centroid) }))
    .sort((a, b) => a.kilometres - b.kilometres)
    .slice(0, limit)
}

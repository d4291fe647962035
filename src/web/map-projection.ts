import { type GeoProjection, geoConicConformal } from 'd3-geo'

export const MAP_WIDTH = 520
export const MAP_HEIGHT = 600

/** The corners of the mainland, so that the outline and the dots are laid in the same frame. */
const CORNERS = {
  type: 'MultiPoint' as const,
  coordinates: [
    [4.5, 61.0],
    [7.0, 57.95],
    [11.5, 58.9],
    [31.2, 70.4],
    [25.7, 71.2],
  ],
}

/** The Norway people know from the weather map: conic conformal, standing up. */
export function norwayProjection(): GeoProjection {
  return geoConicConformal()
    .parallels([58, 71])
    .rotate([-16, 0])
    .fitExtent(
      [
        [8, 8],
        [MAP_WIDTH - 8, MAP_HEIGHT - 8],
      ],
      CORNERS,
    )
}

const project = norwayProjection()

/** Where a place is on the map, in the map's own units. */
export function onMap(longitude: number, latitude: number): { readonly x: number; readonly y: number } {
  const [x, y] = project([longitude, latitude]) ?? [0, 0]
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }
}

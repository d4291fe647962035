import { expect, test } from 'vitest'
import { MAP_HEIGHT, MAP_WIDTH, onMap } from './map-projection.ts'

test('Vardø lies in the east, Lindesnes in the south, and both are on the map', () => {
  const vardo = onMap(31.1, 70.4)
  const lindesnes = onMap(7.05, 58.0)
  expect(vardo.x).toBeGreaterThan(lindesnes.x + 300)
  expect(lindesnes.y).toBeGreaterThan(vardo.y + 400)
  for (const { x, y } of [vardo, lindesnes]) {
    expect(x).toBeGreaterThan(0)
    expect(x).toBeLessThan(MAP_WIDTH)
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(MAP_HEIGHT)
  }
})

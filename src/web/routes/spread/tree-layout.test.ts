import { expect, test } from 'vitest'
import type { TreeNode } from '#src/web/present/spread-view.ts'
import { COLUMN, layOut } from './tree-layout.ts'

const node = (key: string, ...next: readonly TreeNode[]): TreeNode => ({ key, name: `${key} kommune`, next })
const tree = node('a', node('b', node('c'), node('d', node('e'))), node('f'))

test('everybody has a place of their own inside the picture, and a line from whom they took it', () => {
  const { dots, lines, width, height } = layOut(tree)
  expect(new Set(dots.map(({ x, y }) => `${x} ${y}`)).size).toBe(6)
  expect(dots.every(({ x, y }) => x > 0 && y > 0 && x < width && y < height)).toBe(true)
  expect(lines.map(({ key }) => key).toSorted()).toEqual(['b', 'c', 'd', 'e', 'f'])
})

test('each step stands one column further on', () => {
  const { dots } = layOut(tree)
  const x = Object.fromEntries(dots.map((dot) => [dot.key, dot.x]))
  expect([x.b, x.c, x.e].map((place) => ((place ?? 0) - (x.a ?? 0)) / COLUMN)).toEqual([1, 2, 3])
  expect(x.f).toBe(x.b)
})

test('a name that is too long for its column is cut where it can be seen', () => {
  const [dot] = layOut({ ...node('a'), name: 'Nordmøre Interkommunale Innkjøpssamarbeid' }).dots
  expect(dot?.name).toMatch(/^Nordmøre Inter.*…$/)
})

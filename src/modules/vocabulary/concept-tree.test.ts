import { expect, test } from 'vitest'
import { type ConceptNode, conceptBranch, conceptScope, conceptTree, waysTo } from './concept-tree.ts'
import { themes } from './theme.ts'
import { concepts } from './thesaurus.ts'

function idsIn(nodes: readonly ConceptNode[]): readonly string[] {
  return nodes.flatMap(({ concept, narrower }) => [concept.id, ...idsIn(narrower)])
}

test('every concept can be walked to from a top, by each of its ways', () => {
  const walked = idsIn(conceptTree())
  expect(new Set(walked)).toEqual(new Set(concepts().map(({ id }) => id)))
  for (const { id, broader } of concepts()) {
    const times = walked.filter((one) => one === id).length
    expect(times, id).toBe(broader.length === 0 ? 1 : waysTo(id).length)
  }
})

test('the ways to a concept go from the top down, the one where it belongs most first', () => {
  expect(waysTo('renovasjonsbil').map((way) => way.map(({ id }) => id))).toEqual([
    ['avfall-og-renovasjon', 'innsamling-av-avfall'],
    ['samferdsel', 'kjoretoy'],
  ])
  expect(waysTo('helse-og-velferd')).toEqual([])
  expect(waysTo('finnes-ikke')).toEqual([])
})

test('a concept is of the branch of its top, as the themes are', () => {
  for (const { id, branch } of themes()) expect(conceptBranch(id), id).toBe(branch)
  expect(conceptBranch('renovasjonsbil')).toBe('service-area')
  expect(conceptBranch('finnes-ikke')).toBeNull()
  const byBranch = [...idsIn(conceptTree('service-area')), ...idsIn(conceptTree('procurement'))]
  expect(byBranch.length).toBe(idsIn(conceptTree()).length)
})

test('the tops say what belongs there', () => {
  expect(conceptTree().filter(({ concept }) => conceptScope(concept.id) === null)).toEqual([])
  expect(conceptScope('renovasjonsbil')).toBeNull()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findConcepts } from './find-concepts.ts'
import { concepts } from './thesaurus.ts'

const ids = (...[typed, options]: Parameters<typeof findConcepts>) =>
  findConcepts(typed, options).map(({ concept }) => concept.id)

test('a concept is found by any name in any language, and says by which', () => {
  expect(findConcepts('søppelbil')[0]).toMatchObject({
    concept: { id: 'renovasjonsbil' },
    label: 'søppelbil',
    language: 'nb',
  })
  expect(ids('bossbil')[0]).toBe('renovasjonsbil')
  expect(ids('safety alarm')[0]).toBe('trygghetsalarm')
  expect(ids('SJUKEHEIM')[0]).toBe('sykehjem')
})

test('every concept is found by each of its preferred names, before all others', () => {
  for (const { id, labels } of concepts()) {
    for (const { preferred } of Object.values(labels)) expect(ids(preferred), preferred).toContain(id)
    expect(ids(labels.nb.preferred, { languages: ['nb'] })[0], labels.nb.preferred).toBe(id)
  }
})

test('what is typed may be the beginning of any word, and inside a word when that is asked for', () => {
  expect(ids('digital trygg')).toContain('digital-trygghetsalarm')
  expect(ids('trygghetsalarm digi')).toContain('digital-trygghetsalarm')
  expect(ids('hetsalarm')).toEqual([])
  expect(ids('hetsalarm', { insideWords: true })).toContain('trygghetsalarm')
  expect(ids('al', { insideWords: true })).toEqual(ids('al'))
})

test('the languages that are asked for decide, and the first of them comes first', () => {
  expect(ids('sjukeheim', { languages: ['nb'] })).toEqual([])
  expect(findConcepts('trygghetsalarm', { languages: ['nb', 'nn'] })[0]?.language).toBe('nb')
})

test('nothing is found for nothing, for signs and for nonsense', () => {
  for (const typed of ['', '  ', '«»!', 'xqzwv']) expect(findConcepts(typed)).toEqual([])
})

test('no text whatever makes it fail', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.boolean(), (typed, insideWords) => {
      const found = findConcepts(typed, { insideWords })
      expect(new Set(found.map(({ concept }) => concept.id)).size).toBe(found.length)
    }),
    { numRuns: 200 },
  ))

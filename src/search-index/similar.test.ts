import { expect, test } from 'vitest'
import { PLAIN_ANALYSER } from '#src/testing/plain-analyser.ts'
import { anIndexed, indexOfExamples } from '#src/testing/search-example.ts'
import { findSimilar, type IndexDocument } from './index.ts'

const ALARM = anIndexed({
  id: 'case-1',
  title: 'Digital trygghetsalarm',
  body: 'eldre hjemme alarm sensor fall',
})
const SENSOR = anIndexed({
  id: 'case-2',
  title: 'Sensor mot fall',
  body: 'eldre alarm natt',
  attributes: { theme: ['velferd'] },
})
const BUS = anIndexed({ id: 'case-3', title: 'Elektrisk buss', body: 'lading batteri kommune' })
const FERRY = anIndexed({
  id: 'case-4',
  title: 'Elektrisk ferge',
  body: 'lading batteri kommune fjord',
  attributes: { theme: ['klima'] },
})
const TRUCK = anIndexed({ id: 'case-5', title: 'Elektrisk lastebil', body: 'lading batteri kommune vei' })
const DRAFT = anIndexed({
  id: 'case-6',
  title: 'Hemmelig elektrisk buss',
  body: 'lading batteri',
  audience: ['voss'],
})
const INDEX = indexOfExamples([ALARM, SENSOR, BUS], [FERRY, TRUCK, DRAFT])

function similarTo(one: IndexDocument, reader: readonly string[] = []) {
  const shared = [{ attribute: 'theme', worth: 1 }]
  const request = { ...one, analyse: PLAIN_ANALYSER.document, reader, shared, limit: 5 }
  return findSimilar(INDEX, request).map(({ id }) => id)
}

test('a document is likened to those that share its telling words, never to itself', () => {
  expect(similarTo(ALARM)).toEqual(['case-2'])
  expect(similarTo(BUS).sort()).toEqual(['case-4', 'case-5'])
})

test('a document of others is likened to nothing, and nothing to it, but for its own people', () => {
  expect(similarTo(BUS)).not.toContain('case-6')
  expect(similarTo(DRAFT)).toEqual([])
  expect(similarTo(BUS, ['voss'])).toContain('case-6')
  expect(similarTo(DRAFT, ['voss'])).toContain('case-3')
})

test('of two that are as like the one with the same theme comes first', () => {
  const themed = { ...BUS, id: 'case-7', attributes: { theme: ['klima'] } }
  const index = indexOfExamples([BUS, FERRY, TRUCK, themed])
  const request = { ...themed, analyse: PLAIN_ANALYSER.document, reader: [], limit: 3 }
  const order = (worth: number) =>
    findSimilar(index, { ...request, shared: [{ attribute: 'theme', worth }] }).map(({ id }) => id)
  expect(order(50)[0]).toBe('case-4')
  expect(order(0)[0]).toBe('case-3')
})

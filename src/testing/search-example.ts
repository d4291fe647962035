import {
  addSegment,
  buildSegment,
  emptyIndex,
  type IndexDocument,
  type IndexSchema,
  type Question,
  runToEnd,
  type SearchIndex,
} from '#src/search-index/index.ts'
import { PLAIN_ANALYSER } from './plain-analyser.ts'

export const EXAMPLE_SCHEMA: IndexSchema = {
  fields: [
    { name: 'title', weight: 3, typicalLength: 4 },
    { name: 'body', weight: 1, typicalLength: 12 },
  ],
  attributes: ['theme'],
  numbers: ['published'],
  analysis: 'plain-1',
}

type Given = Partial<Omit<IndexDocument, 'texts'>> & {
  readonly id: string
  readonly title: string
  readonly body?: string
}

export function anIndexed({ title, body = '', ...given }: Given): IndexDocument {
  return {
    language: 'nb',
    texts: { title, body },
    attributes: {},
    numbers: {},
    prior: 0,
    audience: 'public',
    ...given,
  }
}

/** An index of these documents, as many segments as there are lists. */
export function indexOfExamples(...batches: readonly (readonly IndexDocument[])[]): SearchIndex {
  const making = { schema: EXAMPLE_SCHEMA, analyse: PLAIN_ANALYSER.document }
  return batches.reduce(
    (index, batch) => addSegment(index, runToEnd(buildSegment(batch, making))),
    emptyIndex(EXAMPLE_SCHEMA),
  )
}

export function asking(words: string, typing: Question['typing'] = null): Question {
  return { words: PLAIN_ANALYSER.query(words, 'nb'), phrases: [], excluded: [], typing }
}

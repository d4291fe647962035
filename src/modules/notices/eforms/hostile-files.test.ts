import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

type Measured = {
  readonly name: string
  readonly outcome: string
  readonly seconds: number
  readonly megabytes: number
}

/** What a file of 50 MB may cost at most, with the file itself and the program. */
const MOST_MEGABYTES = 1200

test('hostile files as large as may be are refused, or read, in bounded memory', { timeout: 120_000 }, () => {
  const out = execFileSync(process.execPath, ['src/testing/measure-hostile.ts'], { encoding: 'utf8' })
  const measured = out
    .trim()
    .split('\n')
    .map((line): Measured => JSON.parse(line))

  expect(Object.fromEntries(measured.map(({ name, outcome }) => [name, outcome]))).toEqual({
    empty: 'empty',
    blanks: 'empty',
    zeros: 'notXml',
    noise: 'notXml',
    'wrong root': 'wrongRoot',
    'entity bomb': 'hasDoctype',
    'external entity': 'hasDoctype',
    'large document type': 'hasDoctype',
    nesting: 'tooDeep',
    'nesting below the root': 'tooDeep',
    'many elements': 'tooManyElements',
    'many lots': 'tooMuchContent',
    'many attributes': 'tooManyAttributes',
    'one long attribute': 'partTooLong',
    'one long name': 'partTooLong',
    'one long text': 'partTooLong',
    'many references': 'partTooLong',
    'many sections': 'read',
    'one long comment': 'partTooLong',
    'control characters': 'read',
  })
  expect(measured.filter(({ megabytes }) => megabytes > MOST_MEGABYTES)).toEqual([])
})

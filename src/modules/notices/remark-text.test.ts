import { expect, test } from 'vitest'
import { LANGUAGES } from '#src/platform/language.ts'
import { PROBLEM_CODES, REMARK_CODES } from './contract.ts'
import { problemText, remarkText } from './remark-text.ts'

const params = {
  written: '…',
  code: '…',
  name: '…',
  reference: '…',
  root: '…',
  encoding: '…',
  reason: '…',
  unit: '…',
  lot: '…',
  from: '…',
  to: '…',
  subtype: '…',
  buyers: 2,
  line: 3,
  column: 4,
  limit: 5,
  times: 100,
  method: 12,
  megabytes: 60,
}

test.each(LANGUAGES)('every remark and every problem has its words in %s', (language) => {
  for (const code of REMARK_CODES) expect(remarkText({ code, params }, language)).toMatch(/\S+ \S+.*\.$/)
  for (const code of PROBLEM_CODES) expect(problemText({ code, params }, language)).toMatch(/\S+ \S+.*\.$/)
})

test('a remark says what it is about', () => {
  expect(remarkText({ code: 'cpvInvalid', params: { code: '7124' } }, 'nn')).toBe(
    '«7124» er ikkje ein CPV-kode.',
  )
})

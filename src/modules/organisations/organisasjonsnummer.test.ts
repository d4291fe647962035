import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanOrganisasjonsnummer, isOrganisasjonsnummer } from './organisasjonsnummer.ts'

test.each([
  '971045698',
  '971 045 698',
  ' 971045698 ',
  'NO971045698MVA',
  'NO 971 045 698 MVA',
  '971 045 698 (MVA)',
  'Org.nr. 971 045 698',
  'Org. nr.: 971045698',
  'orgnr 971045698',
  'Organisasjonsnummer: 971 045 698',
  'Foretaksnr 971045698',
  '0192:971045698',
  '\u200B971\u200C045\u200D698\uFEFF',
  '971\u00A0045\u2009698',
  '971.045.698',
  '971-045-698',
  '９７１０４５６９８',
])('«%s» is 971045698', (raw) => {
  expect(cleanOrganisasjonsnummer(raw)).toEqual({ number: '971045698', valid: true, raw })
})

test.each([
  '',
  'Elvia AS',
  'ABE',
  '97104569',
  '9710456981',
  '971045698 / 821311632',
  'DE147856205',
  'SE556036213801',
  '556036-2138',
  'TED64',
])('«%s» holds no Norwegian number', (raw) => {
  expect(cleanOrganisasjonsnummer(raw)).toEqual({ number: null, valid: false, raw })
})

test.each(['971045699', '123 456 789', '111 222 333', '000000000'])(
  '«%s» is nine digits, but nobody’s',
  (raw) => {
    expect(cleanOrganisasjonsnummer(raw)).toMatchObject({ number: raw.replaceAll(' ', ''), valid: false })
  },
)

const validNumber = fc
  .tuple(fc.constantFrom(8, 9), fc.integer({ min: 0, max: 9_999_999 }))
  .map(([first, rest]) => `${first}${String(rest).padStart(7, '0')}`)
  .chain((eight) => fc.integer({ min: 0, max: 9 }).map((control) => `${eight}${control}`))
  .filter(isOrganisasjonsnummer)

const invisible = fc.constantFrom('', ' ', '\u200B', '\uFEFF', '\u00AD', '\u00A0', '.', '\t')

test('however a valid number is spaced and labelled, it is found', () => {
  const before = fc.constantFrom(
    '',
    'NO',
    'NO ',
    'no-',
    'Org.nr. ',
    'Org nr: ',
    'ORGNR:',
    '0192:',
    'Organisasjonsnr. ',
  )
  const after = fc.constantFrom('', 'MVA', ' MVA', ' (mva)', '.', ' ')
  fc.assert(
    fc.property(
      validNumber,
      fc.array(invisible, { minLength: 9, maxLength: 9 }),
      before,
      after,
      (number, gaps, pre, post) => {
        const written = pre + [...number].map((digit, index) => digit + gaps[index]).join('') + post
        expect(cleanOrganisasjonsnummer(written)).toEqual({ number, valid: true, raw: written })
      },
    ),
  )
})

test('a single wrong digit is always noticed', () => {
  fc.assert(
    fc.property(
      validNumber,
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 1, max: 9 }),
      (number, at, by) => {
        const wrong = [...number]
          .map((digit, index) => (index === at ? (Number(digit) + by) % 10 : digit))
          .join('')
        expect(isOrganisasjonsnummer(wrong)).toBe(false)
      },
    ),
  )
})

test('no text makes it fail, and what it calls valid is valid', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (raw) => {
      const { number, valid } = cleanOrganisasjonsnummer(raw)
      expect(valid).toBe(number !== null && isOrganisasjonsnummer(number))
    }),
  )
})

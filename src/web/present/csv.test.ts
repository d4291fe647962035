import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

test('what could be run as a formula is made harmless, and the rest is left as it is', () => {
  const cells = ['=1+1', '+47 123', '-1', '@SUM(A1)', '\t=1', 'Bodø', 'a;b', 'sa "ja"', 'to\nlinjer', '']
  expect(csvLine(cells)).toBe(`'=1+1;'+47 123;'-1;'@SUM(A1);'\t=1;Bodø;"a;b";"sa ""ja""";"to\nlinjer";\r\n`)
})

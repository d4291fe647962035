import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DOCUMENT_FORMATS } from './contract.ts'
import { cleanFileName, extensionOf, originalName } from './file-name.ts'
import { FORMATS } from './format.ts'

test.each([
  ['Kravspesifikasjon – trygghetsalarm.pdf', 'Kravspesifikasjon – trygghetsalarm.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Users\\kari\\krav.PDF', 'krav.pdf'],
  ['..', 'dokument.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  ['CON.pdf', 'dokument.pdf'],
  ['krav\u202efdp.exe', 'kravfdp.exe.pdf'],
  ['krav\r\nset-cookie: a=b.pdf', 'kravset-cookie a=b.pdf'],
  ['kr\u0000av\u200b.pdf', 'krav.pdf'],
  ['krav   til "alarm" <b>?.pdf', 'krav til alarm b.pdf'],
  ['100 % ferdig.pdf', '100 ferdig.pdf'],
  ['krav.docx', 'krav.docx.pdf'],
  ['', 'dokument.pdf'],
  ['A\u030arsrapport.pdf', 'Årsrapport.pdf'],
  ['krav \ud800.pdf', 'krav.pdf'],
])('%j is given out as %j', (original, expected) => {
  expect(cleanFileName(original, 'pdf')).toBe(expected)
})

test('another usual extension of the same format is kept', () => {
  expect(cleanFileName('rom.jpeg', 'jpeg')).toBe('rom.jpeg')
  expect(cleanFileName('rom', 'jpeg')).toBe('rom.jpg')
})

test('whatever a file was called, its name is one a disk and a header can bear', () => {
  const format = fc.constantFrom(...DOCUMENT_FORMATS)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), format, (original, is) => {
      const name = cleanFileName(original, is)
      expect(name).not.toMatch(/[/\\"*:<>?|%;\p{Cc}\p{Cf}]/u)
      expect(name).not.toMatch(/^[. ]/)
      expect([...name].length).toBeLessThanOrEqual(120)
      expect(FORMATS[is].extensions as readonly string[]).toContain(extensionOf(name))
      expect(cleanFileName(name, is), 'cleaned again it is the same').toBe(name)
      expect(() => encodeURIComponent(name)).not.toThrow()
    }),
    { seed: 513 },
  )
})

test('the name as it was sent is kept as text that steers nothing', () => {
  expect(originalName('krav\u202efdp.exe\u0007')).toBe('krav\ufffdfdp.exe\ufffd')
  expect([...originalName('å'.repeat(9999))]).toHaveLength(255)
})

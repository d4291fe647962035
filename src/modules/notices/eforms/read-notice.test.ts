import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNotice } from './read-notice.ts'

const folder = fileURLToPath(new URL('golden/', import.meta.url))
const golden = readdirSync(folder).map((name) => new Uint8Array(readFileSync(`${folder}${name}/notice.xml`)))
const competition = readFileSync(`${folder}competition-with-lots/notice.xml`, 'utf8')
const bytes = (text: string) => new TextEncoder().encode(text)

function codesOf(input: Uint8Array | string): readonly string[] {
  const read = readNotice(typeof input === 'string' ? bytes(input) : input)
  return read.ok
    ? ['read', ...read.value.remarks.map((one) => one.code)]
    : read.failure.map((one) => one.code)
}

test.each([
  ['empty', ''],
  ['empty', ' \n\t'],
  ['notXml', 'Innkjøp av båter'],
  ['isJson', '{"ocid": "ocds-1"}'],
  ['isHtml', '<!DOCTYPE html><html></html>'],
  ['isPdf', '%PDF-1.7'],
  ['wrongRoot', '<Invoice/>'],
  ['wrongNamespace', '<ContractNotice/>'],
  ['notEforms', '<ContractNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2"/>'],
  ['cutOff', competition.slice(0, 5000)],
  ['notWellFormed', competition.replace('</cbc:Name>', '</cbc:Nam>')],
  ['notWellFormed', competition.replace('Bergen', '&bergen;')],
  ['notWellFormed', `${competition}<more/>`],
  ['hasDoctype', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
  ['hasDoctype', `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(100)}">]><l>&b;</l>`],
  ['unknownEncoding', competition.replace('UTF-8', 'KLINGON-1')],
  ['tooDeep', '<a>'.repeat(100_000)],
])('it is refused with «%s»', (code, text) => {
  expect(codesOf(text)).toEqual([code])
})

test('an archive and a file that is too large are refused with their own reasons', () => {
  expect(codesOf(new Uint8Array(gzipSync('x')))).toEqual(['isGzip'])
  expect(codesOf(new Uint8Array(51 * 1024 * 1024))).toEqual(['tooLarge'])
})

test('a notice is the same in UTF-16, in Latin-1 and with a byte order mark', () => {
  const expected = readNotice(bytes(competition))
  const inLatin1 = Buffer.from(competition.replace('UTF-8', 'ISO-8859-1'), 'latin1')
  const inUtf16 = Buffer.from(`\uFEFF${competition.replace('UTF-8', 'UTF-16')}`, 'utf16le')
  expect(readNotice(new Uint8Array(inLatin1))).toEqual(expected)
  expect(readNotice(new Uint8Array(inUtf16))).toEqual(expected)
  expect(readNotice(bytes(`\uFEFF${competition}`))).toEqual(expected)
  expect(readNotice(bytes(`\n  ${competition}`))).toEqual(expected)
})

test('Latin-1 that says it is UTF-8 is read, with a remark', () => {
  const read = readNotice(new Uint8Array(Buffer.from(competition, 'latin1')))
  expect(read).toMatchObject({ ok: true, value: { title: 'Utslippsfrie båter til havnevesenet' } })
  expect(codesOf(new Uint8Array(Buffer.from(competition, 'latin1')))).toContain('encodingNotAsDeclared')
})

test('one broken character does not spoil the others', () => {
  const broken = bytes(competition)
  broken[broken.indexOf(0xc3)] = 0xff
  expect(codesOf(broken)).toContain('textDamaged')
})

test('control characters are taken out, with a remark', () => {
  expect(codesOf(competition.replace('Små båter', 'Små\u0002 båter&#x1F;'))).toContain('controlCharacters')
})

test('prefixes are the sender’s own choice', () => {
  const renamed = competition
    .replaceAll('cbc:', 'b:')
    .replace('xmlns:cbc', 'xmlns:b')
    .replaceAll('efac:', 'x9:')
  expect(readNotice(bytes(renamed.replace('xmlns:efac', 'xmlns:x9')))).toEqual(readNotice(bytes(competition)))
})

test('without a notice id the notice is read all the same', () => {
  const without = competition.replace(/<cbc:ID schemeName="notice-id">[^<]*<\/cbc:ID>/, '')
  expect(readNotice(bytes(without))).toMatchObject({ ok: true, value: { noticeId: null, version: '01' } })
  expect(codesOf(without)).toContain('noticeIdMissing')
})

test('a procedure code nobody knows is null with a remark', () => {
  const read = readNotice(bytes(competition.replace('>open<', '>UNKNOWN<')))
  expect(read).toMatchObject({ ok: true, value: { procedureType: null } })
  expect(codesOf(competition.replace('>open<', '>UNKNOWN<'))).toContain('procedureTypeUnknown')
})

test('«other» alone does not declare innovation', () => {
  const noise = competition.replace('>inn-pur<', '>soc-obj<').replace('>mar-nov<', '>none<')
  expect(readNotice(bytes(noise))).toMatchObject({
    ok: true,
    value: { innovation: { declared: { strategicProcurement: [], innovativeAcquisition: [] } } },
  })
})

test('a contact person stands nowhere but among the contacts', () => {
  const read = readNotice(bytes(competition))
  if (!read.ok) throw new Error('The golden notice was refused')
  const { contacts, ...rest } = read.value
  expect(contacts).toMatchObject([{ name: 'Ola Eksempel', email: 'ola.eksempel@bergen.example' }])
  expect(JSON.stringify(rest)).not.toMatch(/Eksempel|bergen\.example|55 00 00 00/)
})

test('whatever happens to its bytes, a notice is read or refused, and never breaks the reader', () => {
  const place = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.integer({ min: 0, max: 255 }),
  })
  const mutation = fc.record({
    notice: fc.constantFrom(...golden),
    bytes: fc.array(place, { minLength: 1, maxLength: 12 }),
    cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  fc.assert(
    fc.property(mutation, ({ notice, bytes: places, cut }) => {
      const mutated = notice.slice(0, cut === null ? undefined : Math.floor(notice.length * cut))
      for (const { at, byte } of places) mutated[Math.floor(at * mutated.length)] = byte
      const read = readNotice(mutated)
      const text = JSON.stringify(read)
      // What a database refuses in JSON.
      expect(text.isWellFormed() && !text.includes('\\u0000')).toBe(true)
      if (!read.ok) expect(read.failure.length).toBeGreaterThan(0)
    }),
    { numRuns: 600, seed: 4601 },
  )
})

test('whatever stands in an element, the notice is read', () => {
  const elements = [...competition.matchAll(/<(c[ab]c|ef[ab]c|efbc):[^<>/]*>([^<>]+)</g)]
  const change = fc.record({
    element: fc.constantFrom(...elements),
    text: fc.string({ unit: 'binary', maxLength: 30 }),
  })
  fc.assert(
    fc.property(change, ({ element, text }) => {
      const start = element.index + element[0].length - 1 - (element[2]?.length ?? 0)
      const safe = text.replace(/[&<>]/g, '').replace(/[\uD800-\uDFFF]/g, '')
      const changed =
        competition.slice(0, start) + safe + competition.slice(start + (element[2]?.length ?? 0))
      expect(readNotice(bytes(changed)).ok).toBe(true)
    }),
    { numRuns: 600, seed: 4602 },
  )
})

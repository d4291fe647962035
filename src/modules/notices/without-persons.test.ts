import { expect, test } from 'vitest'
import { withoutPersons } from './without-persons.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (cleaned: Uint8Array | null) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(cleaned ?? bytes('null'))

const XML = `<?xml version="1.0"?>\r\n<!-- Spør kari@voss.no –  -->
<n:Notice xmlns:n="urn:x"  a = 'b>c' ><n:Company><n:PartyName><n:Name>Voss herad</n:Name></n:PartyName>
<n:Contact><n:Name>Kari Nordås</n:Name ><n:Telephone>+47 56 00 00 00</n:Telephone><n:ElectronicMail/>
<n:ElectronicMail><![CDATA[kari@voss.no]]></n:ElectronicMail></n:Contact></n:Company>
<n:Description>Ring Kari Nordås, tlf. 56 00 00 00, eller skriv til post@voss.no–nå. Sak 2024/5600.</n:Description></n:Notice>`

test('contact persons are taken out of the original, and nothing else is touched', () => {
  expect(text(withoutPersons(bytes(XML)))).toBe(
    XML.replace('>Kari Nordås<', '><')
      .replace('>+47 56 00 00 00<', '><')
      .replace('<![CDATA[kari@voss.no]]>', '')
      .replace('Spør kari@voss.no', 'Spør [...]')
      .replace('Ring Kari Nordås, tlf. 56 00 00 00,', 'Ring [...], tlf. [...],')
      .replace('post@voss.no–', '[...]–'),
  )
})

test('a notice without persons comes back byte for byte, with its byte order mark', () => {
  const plain = bytes('\uFEFF<a>\r\n<b c="æøå"/>\t&amp; – 2 000 000</a>\n')
  expect(withoutPersons(plain)).toEqual(plain)
})

test('persons are found in Latin-1 and UTF-16 too', () => {
  const latin = new Uint8Array(
    Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a><FamilyName>Ås</FamilyName>ø</a>', 'latin1'),
  )
  expect(Buffer.from(withoutPersons(latin) ?? []).toString('latin1')).toContain('<FamilyName></FamilyName>ø')
  const utf16 = new Uint8Array(Buffer.from('\uFEFF<a><Telefax>12</Telefax>ø</a>', 'utf16le'))
  expect(Buffer.from(withoutPersons(utf16) ?? []).toString('utf16le')).toBe(
    '\uFEFF<a><Telefax></Telefax>ø</a>',
  )
})

test('what cannot be read is not given out', () => {
  expect(withoutPersons(bytes('<a><Telephone>12</a>'))).toBeNull()
})

test('persons are found although a byte is broken', () => {
  const broken = bytes('<a><bø>å</bø><Telephone>12</Telephone></a>').map((byte) =>
    byte === 0xc3 ? 0xd7 : byte,
  )
  const expected = Buffer.from(broken).toString('latin1').replace('>12<', '><')
  expect(Buffer.from(withoutPersons(broken) ?? []).toString('latin1')).toBe(expected)
})

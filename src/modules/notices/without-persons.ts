import { SaxesParser } from 'saxes'
import { encodingOf, isUtf8, NOT_IN_XML } from '#src/modules/notices/eforms/decode-bytes.ts'
import { localName } from '#src/modules/notices/eforms/xml-tree.ts'
import { EMAIL, PHONE, personNames } from '#src/text/contact-details.ts'

/** What holds a person wherever it stands. */
const PERSONAL = new Set([
  'ElectronicMail',
  'Telephone',
  'Telefax',
  'FirstName',
  'FamilyName',
  'MiddleName',
  'JobTitle',
  'ResidenceAddress',
])

/** What holds a person only inside these: a contact's name, and a contact point's, which is often a person. */
const PERSONAL_INSIDE: Readonly<Record<string, readonly string[]>> = {
  Name: ['Contact', 'TouchPoint', 'UltimateBeneficialOwner'],
  Note: ['Contact'],
}

type Cut = { readonly from: number; readonly to: number }

/**
 * The original without the names, phone numbers and e-mail addresses of contact persons; everything else is byte
 * for byte as it came. Null when it cannot be read, since then nobody knows where the persons are.
 *
 * The work is done on one character per byte: XML's own signs are ASCII in every encoding but UTF-16, so that
 * positions in the text are positions in the bytes.
 */
export function withoutPersons(bytes: Uint8Array): Uint8Array | null {
  const encoding = encodingOf(bytes)
  if (encoding.startsWith('utf-16')) return withoutPersonsInUtf16(bytes, encoding)
  const text = Buffer.from(bytes).toString('latin1')
  const cuts = findPersons(text)
  if (!cuts) return null
  const rest = Buffer.from(withoutCuts(text, cuts), 'latin1')
  // Only what is sound UTF-8 comes back the same from being decoded and encoded.
  const charset = isUtf8(bytes) ? 'utf8' : 'latin1'
  const names = personNames(
    cuts.map(({ from, to }) => Buffer.from(text.slice(from, to), 'latin1').toString(charset)),
  )
  return new Uint8Array(Buffer.from(withoutMentions(rest.toString(charset), names), charset))
}

function withoutPersonsInUtf16(bytes: Uint8Array, encoding: string): Uint8Array | null {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  const cuts = findPersons(text)
  if (!cuts) return null
  const names = personNames(cuts.map(({ from, to }) => text.slice(from, to)))
  const encoded = Buffer.from(withoutMentions(withoutCuts(text, cuts), names), 'utf16le')
  return new Uint8Array(encoding === 'utf-16be' ? encoded.swap16() : encoded)
}

function withoutCuts(text: string, cuts: readonly Cut[]): string {
  const ends = [0, ...cuts.map((cut) => cut.to)]
  const starts = [...cuts.map((cut) => cut.from), text.length]
  return starts.map((start, at) => text.slice(ends[at], start)).join('')
}

/** What is written of the same persons in free text. */
function withoutMentions(text: string, names: readonly string[]): string {
  const nameless = names.reduce((rest, name) => rest.replaceAll(name, TAKEN_OUT), text)
  return nameless.replace(EMAIL, TAKEN_OUT).replace(PHONE, TAKEN_OUT)
}

/** ASCII, so that it can stand in any encoding. */
const TAKEN_OUT = '[...]'

/** Where the content of personal elements stands. */
function findPersons(text: string): Cut[] | null {
  const cuts: Cut[] = []
  // The reader, too, lets a byte order mark and blanks stand before the beginning.
  const offset = /^(?:\u00ef\u00bb\u00bf|\ufeff)?\s*/.exec(text)?.[0].length ?? 0
  const open: { readonly name: string; readonly from: number }[] = []
  const parser = new SaxesParser({ xmlns: false, position: true })
  let failed = false
  parser.on('error', () => {
    failed = true
  })
  parser.on('opentag', (tag) => open.push({ name: localName(tag.name), from: offset + parser.position }))
  parser.on('closetag', (tag) => {
    const element = open.pop()
    if (!element || tag.isSelfClosing) return
    const isInside =
      PERSONAL_INSIDE[element.name]?.some((name) => open.some((one) => one.name === name)) ?? false
    if (!PERSONAL.has(element.name) && !isInside) return
    cuts.push({ from: element.from, to: text.lastIndexOf('</', offset + parser.position - 1) })
  })
  // Letters and blanks of the same length for what would stop the parser but did not stop the reader, which has
  // decoded it or taken it out: positions must not move, and XML's own signs are ASCII.
  const plain = text.slice(offset).replace(/[^\p{ASCII}]/gu, (sign) => 'x'.repeat(sign.length))
  parser.write(plain.replace(NOT_IN_XML, (found) => ' '.repeat(found.length))).close()
  return failed ? null : outermost(cuts)
}

/** An address holds other elements; they go with it. */
function outermost(cuts: readonly Cut[]): Cut[] {
  const sorted = cuts.toSorted((one, other) => one.from - other.from || other.to - one.to)
  return sorted.filter(
    (cut, at) => !sorted.slice(0, at).some((other) => other.from <= cut.from && cut.to <= other.to),
  )
}

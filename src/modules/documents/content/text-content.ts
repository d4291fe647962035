import type { DocumentFormat } from '#src/modules/documents/contract.ts'
import { FORMATS } from '#src/modules/documents/format.ts'
import { Refused, refuse } from './content-problem.ts'

const TEXTS = ['txt', 'csv', 'md'] as const satisfies readonly DocumentFormat[]
const MARKUP =
  /^<(!doctype|!--|\?xml|\/?(html|head|body|script|svg|iframe|object|embed|link|meta|style|math)\b)/i
/** A cell that starts a program when a spreadsheet opens the file. */
const DDE = /(^|[;,\t"\n])\s*[=+@-][^;\n]*\|[^;\n]*!/

/**
 * Which text it is. Content cannot tell a table from a note, so here the name decides, among what is text; null when it
 * is no text at all.
 */
export function lookThroughText(bytes: Uint8Array, extension: string): DocumentFormat | null {
  const text = decode(bytes)
  if (text === null) return null
  if (MARKUP.test(text.trimStart())) refuse('markup')
  const format = TEXTS.find((one) => (FORMATS[one].extensions as readonly string[]).includes(extension))
  if (!format) throw new Refused({ kind: 'otherName', says: extension, is: 'txt' })
  if (format === 'csv' && DDE.test(text)) refuse('script')
  return format
}

/** UTF-8, UTF-16 that says so, or what Norwegian spreadsheets still write; null for what holds other than letters. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return readable(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return readable(bytes, 'utf-16be')
  return readable(bytes, 'utf-8') ?? (hasUnused(bytes) ? null : readable(bytes, 'windows-1252'))
}

function readable(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return /[^\P{Cc}\t\n\r\f\u0085]/u.test(text) ? null : text
  } catch {
    return null
  }
}

/** Five bytes mean nothing in windows-1252; among those of a picture or a program they are sure to be. */
function hasUnused(bytes: Uint8Array): boolean {
  return [0x81, 0x8d, 0x8f, 0x90, 0x9d].some((byte) => bytes.includes(byte))
}

import type { ProblemCode } from '#src/modules/notices/contract.ts'
import type { NoticeProblem, Remark } from '#src/modules/notices/notice.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'

/** A file larger than this is no notice; the largest known is below 10 MB. */
export const MAX_BYTES = 50 * 1024 * 1024

export type DecodedText = { readonly text: string; readonly remarks: readonly Remark[] }

/** Bytes to characters by byte order mark, XML declaration and what the bytes turn out to be, in that order. */
export function decodeBytes(bytes: Uint8Array): Result<DecodedText, NoticeProblem> {
  if (bytes.byteLength === 0) return fail({ code: 'empty' })
  if (bytes.byteLength > MAX_BYTES) {
    return fail({ code: 'tooLarge', params: { megabytes: Math.ceil(bytes.byteLength / 1048576), limit: 50 } })
  }
  const looksLike = kindOfFile(bytes)
  if (looksLike) return fail({ code: looksLike })

  const encoding = encodingOf(bytes)
  const decoder = decoderFor(encoding)
  if (!decoder) return fail({ code: 'unknownEncoding', params: { encoding } })
  if (!encoding.startsWith('utf-16') && isBinary(bytes)) return fail({ code: 'notXml' })
  return decodeAs(bytes, decoder)
}

/** Text in an encoding that it may not be in: UTF-8 that is not is taken for Windows-1252, or for damaged. */
export function decodeText(bytes: Uint8Array, decoder = new TextDecoder()): DecodedText {
  const text = decoder.decode(bytes)
  if (decoder.encoding !== 'utf-8' || !text.includes('\uFFFD') || isUtf8(bytes)) return { text, remarks: [] }
  // When no other character outside ASCII survived, nothing speaks for UTF-8.
  return hasReadableNonAscii(text)
    ? { text, remarks: [{ code: 'textDamaged' }] }
    : { text: new TextDecoder('windows-1252').decode(bytes), remarks: [{ code: 'encodingNotAsDeclared' }] }
}

function decodeAs(bytes: Uint8Array, decoder: TextDecoder): Result<DecodedText, NoticeProblem> {
  const decoded = decodeText(bytes, decoder)
  const remarks: Remark[] = [...decoded.remarks]
  const { text } = decoded
  const clean = withoutControlCharacters(text)
  if (clean.length < text.length) remarks.push({ code: 'controlCharacters' })
  if (clean.trim() === '') return fail({ code: 'empty' })
  if (!/^\s*</.test(clean)) return fail({ code: 'notXml' })
  return ok({ text: clean.trimStart(), remarks })
}

/** A label for `TextDecoder`, from the byte order mark or the declaration; UTF-8 when nothing is said. */
export function encodingOf(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0x3c && b === 0 && c === 0x3f && d === 0) return 'utf-16le'
  if (a === 0 && b === 0x3c && c === 0 && d === 0x3f) return 'utf-16be'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1]?.toLowerCase()
  // The declaration was readable byte by byte, so it cannot be in UTF-16 whatever it says.
  return !declared || declared.startsWith('utf-16') || declared.startsWith('ucs') ? 'utf-8' : declared
}

function decoderFor(encoding: string): TextDecoder | null {
  try {
    return new TextDecoder(encoding)
  } catch {
    return null
  }
}

const SIGNATURES: readonly (readonly [code: ProblemCode, bytes: readonly number[]])[] = [
  ['isZip', [0x50, 0x4b, 0x03, 0x04]],
  ['isGzip', [0x1f, 0x8b]],
  ['isPdf', [0x25, 0x50, 0x44, 0x46]],
  ['isOffice', [0xd0, 0xcf, 0x11, 0xe0]],
]

function kindOfFile(bytes: Uint8Array): ProblemCode | null {
  for (const [code, signature] of SIGNATURES) {
    if (signature.every((byte, at) => bytes[at] === byte)) return code
  }
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 500))
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  if (head.startsWith('{') || head.startsWith('[')) return 'isJson'
  return /^<!doctype html|^<html[\s>]/i.test(head) ? 'isHtml' : null
}

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Control characters come one by one into texts; where there are many of them it never was a text. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096)
  const control = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).byteLength
  return control > 40 && control > head.byteLength / 20
}

function hasReadableNonAscii(text: string): boolean {
  return /[\u0080-\ufffc\ufffe\uffff]/.test(text)
}

/** What XML does not allow, as the character or as a reference to it. */
export const NOT_IN_XML = new RegExp(
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]' +
    '|&#(?:x0*1?[0-8bcef]|x0*1[0-9a-f]|0*(?:[0-8]|1[124-9]|2\\d|3[01]));',
  'gi',
)

function withoutControlCharacters(text: string): string {
  return text.replace(NOT_IN_XML, '')
}

import { decodeText } from '#src/modules/notices/eforms/decode-bytes.ts'
import type { NoticeProblem, Remark } from '#src/modules/notices/notice.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { createJsonWalker } from './json-walker.ts'

export const JSON_LIMITS = { maxBytes: 20 * 1024 * 1024, maxDepth: 60 }
/** Objects and lists; a large framework with all its suppliers has some thousands. */
const MOST_PARTS = 200_000

export type ParsedJson = { readonly value: unknown; readonly remarks: readonly Remark[] }

/**
 * JSON as people send it: a byte order mark and raw control characters are no JSON, but are met in answers of real
 * services, so they are taken with a remark.
 */
export function parseJson(bytes: Uint8Array): Result<ParsedJson, NoticeProblem> {
  const problem = whyTooMuch(bytes)
  if (problem) return fail(problem)
  const { text, remarks: decoding } = decodeText(bytes)
  const remarks: Remark[] = hasByteOrderMark(bytes) ? [{ code: 'byteOrderMark' }, ...decoding] : [...decoding]
  const strict = attempt(text)
  if (strict.ok) return ok({ value: strict.value, remarks })
  const clean = text.replace(CONTROL_CHARACTERS, ' ')
  const lenient = attempt(clean)
  if (lenient.ok) return ok({ value: lenient.value, remarks: [...remarks, { code: 'controlCharacters' }] })
  return fail(strict.failure)
}

export function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

function whyTooMuch(bytes: Uint8Array): NoticeProblem | null {
  const megabyte = 1_048_576
  if (bytes.byteLength > JSON_LIMITS.maxBytes) {
    const limit = JSON_LIMITS.maxBytes / megabyte
    return { code: 'tooLarge', params: { megabytes: Math.ceil(bytes.byteLength / megabyte), limit } }
  }
  let parts = 0
  let deepest = 0
  const walker = createJsonWalker({
    open({ depth }) {
      parts += 1
      deepest = Math.max(deepest, depth + 1)
    },
    close: () => undefined,
    word: () => undefined,
    stray: () => undefined,
  })
  walker.walk(bytes)
  if (deepest > JSON_LIMITS.maxDepth) return { code: 'tooDeep', params: { limit: JSON_LIMITS.maxDepth } }
  return parts > MOST_PARTS ? { code: 'tooManyElements', params: { limit: MOST_PARTS } } : null
}

/** Outside texts they mean nothing, so that all of them can become blanks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const CONTROL_CHARACTERS = /[\u0000-\u001f]/g

function attempt(text: string): Result<unknown, NoticeProblem> {
  try {
    return ok(JSON.parse(text.replace(/^\ufeff/, '')))
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
    const line = text.slice(0, position).split('\n').length
    return fail({
      code: /end of JSON|Unterminated/.test(message) ? 'cutOff' : 'jsonNotWellFormed',
      params: { line },
    })
  }
}

/** A label for `TextDecoder`: JSON says nothing of its encoding, but its first sign is a bracket. */
export function jsonEncodingOf(head: Uint8Array): string {
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first !== 0 && second === 0) return 'utf-16le'
  return first === 0 ? 'utf-16be' : 'utf-8'
}

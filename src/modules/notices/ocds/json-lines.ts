import type { NoticeProblem } from '#src/modules/notices/notice.ts'
import type { ByteReader } from '#src/modules/notices/sources/byte-reader.ts'
import { JSON_LIMITS } from './parse-json.ts'

type Line = { readonly bytes: Uint8Array; readonly number: number } | { readonly problem: NoticeProblem }

const NEWLINE = 0x0a
/** The first line is looked for this far; a longer one is a file on one line. */
const FAR = 8 * 1024 * 1024

/**
 * Whether the file has one object on each line, so that a damaged line is a loss of that line only. Told from the
 * first line: the next one begins an object, and JSON that goes on over lines would have a comma or bracket before it.
 */
export async function hasLines(reader: ByteReader): Promise<boolean> {
  for (let size = 64 * 1024; size <= FAR; size *= 2) {
    const head = await reader.peek(size)
    const match = /^\s*\{[^\n]*?([^\s])[ \t\r]*\n\s*(\S)/.exec(Buffer.from(head).toString('latin1'))
    if (match) return match[2] === '{' && !/[[{,:]/.test(match[1] ?? '')
    if (head.byteLength < size) return false
  }
  return false
}

/** The lines that have something on them; one that is too long is told and passed over. */
export async function* linesOf(reader: ByteReader): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let size = 0
  let number = 1
  const finish = function* (): Generator<Line> {
    const limit = JSON_LIMITS.maxBytes / 1_048_576
    if (size > JSON_LIMITS.maxBytes)
      yield { problem: { code: 'tooLarge', params: { megabytes: Math.ceil(size / 1_048_576), limit } } }
    else {
      const bytes = new Uint8Array(Buffer.concat(parts))
      if (bytes.some((byte) => byte > 0x20)) yield { bytes, number }
    }
    parts = []
    size = 0
    number += 1
  }
  const add = (part: Uint8Array) => {
    size += part.byteLength
    if (size <= JSON_LIMITS.maxBytes) parts.push(part)
  }
  for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, end))
      yield* finish()
      from = end + 1
    }
    add(chunk.subarray(from))
  }
  yield* finish()
}

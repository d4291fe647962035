import { type ByteReader, createByteReader, restOf } from '#src/modules/notices/sources/byte-reader.ts'
import type { SourceItem } from '#src/modules/notices/sources/source-item.ts'
import { hasLines, linesOf } from './json-lines.ts'
import { createJsonScanner, type JsonPiece } from './json-scanner.ts'
import { hasByteOrderMark, JSON_LIMITS, jsonEncodingOf } from './parse-json.ts'
import { hasFullReleases } from './release-of.ts'

/**
 * The releases in a JSON file: one release or record, a package, a list, or one of these on each line. Each is given
 * with the bytes it was written in, so that it can be read anew. What else a package says (who published it, when,
 * under which licence) is about the file and is not kept.
 */
export async function* releasesIn(name: string, packed: ByteReader): AsyncGenerator<SourceItem> {
  const reader = await inUtf8(packed)
  const mark = hasByteOrderMark(await reader.peek(3)) ? await reader.take(3) : null
  let count = 0
  for await (const piece of (await hasLines(reader)) ? piecesOfLines(reader) : piecesOf(restOf(reader))) {
    count += 1
    const label = count === 1 ? name : `${name}#${count}`
    if ('problem' in piece) yield { name: label, problems: [piece.problem] }
    // The mark stays with the first one, where it was met.
    else yield { name: label, bytes: mark && count === 1 ? joined(mark, piece.bytes) : piece.bytes }
  }
}

async function inUtf8(reader: ByteReader): Promise<ByteReader> {
  const encoding = jsonEncodingOf(await reader.peek(2))
  return encoding === 'utf-8' ? reader : createByteReader(transcode(reader, encoding))
}

async function* transcode(reader: ByteReader, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  const encoder = new TextEncoder()
  for await (const chunk of restOf(reader)) yield encoder.encode(decoder.decode(chunk, { stream: true }))
  yield encoder.encode(decoder.decode())
}

async function* piecesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<JsonPiece> {
  const scanner = createJsonScanner(JSON_LIMITS)
  for await (const chunk of chunks) {
    for (const piece of scanner.push(chunk)) yield* withinRecord(piece)
  }
  for (const piece of scanner.end()) yield* withinRecord(piece)
}

async function* piecesOfLines(reader: ByteReader): AsyncGenerator<JsonPiece> {
  for await (const line of linesOf(reader)) {
    if ('problem' in line) yield line
    else {
      const scanner = createJsonScanner({ ...JSON_LIMITS, firstLine: line.number })
      for (const piece of [...scanner.push(line.bytes), ...scanner.end()]) yield* withinRecord(piece)
    }
  }
}

/** A record has its releases in it, or a compiled one, for which the record itself is kept. */
function* withinRecord(piece: JsonPiece): Generator<JsonPiece> {
  if ('problem' in piece || !hasFullReleases(piece.bytes)) return yield piece
  const scanner = createJsonScanner({ ...JSON_LIMITS, inRecord: true })
  yield* scanner.push(piece.bytes)
  yield* scanner.end()
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

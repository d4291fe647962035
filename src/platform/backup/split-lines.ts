import { StringDecoder } from 'node:string_decoder'
import type { RowText } from './read-rows.ts'

const NEW_LINE = 0x0a
const NOTHING = Buffer.alloc(0)
/** A longer line is given in pieces, as it comes. */
const LONG_LINE = 4 * 1024 * 1024

type Waiting = { parts: readonly Buffer[]; rest: Buffer }

/** The lines of a text, without their ends; the pieces of a long one are to be read before the next is asked for. */
export async function* splitLines(
  chunks: AsyncIterable<Buffer>,
  longLine = LONG_LINE,
): AsyncGenerator<RowText> {
  const source = chunks[Symbol.asyncIterator]()
  const next = async () => (await source.next()).value as Buffer | undefined
  const waiting: Waiting = { parts: [], rest: NOTHING }
  for (let length = 0; ; ) {
    const end = waiting.rest.indexOf(NEW_LINE)
    if (end >= 0) {
      yield Buffer.concat([...waiting.parts, waiting.rest.subarray(0, end)]).toString()
      waiting.parts = []
      waiting.rest = waiting.rest.subarray(end + 1)
      length = 0
      continue
    }
    waiting.parts = [...waiting.parts, waiting.rest]
    length += waiting.rest.byteLength
    if (length > longLine) {
      waiting.rest = NOTHING
      yield { pieces: restOfLine(waiting, next) }
      length = 0
      continue
    }
    const chunk = await next()
    if (!chunk) return
    waiting.rest = chunk
  }
}

async function* restOfLine(
  waiting: Waiting,
  next: () => Promise<Buffer | undefined>,
): AsyncGenerator<string> {
  // A letter may lie over the end of a chunk.
  const decoder = new StringDecoder('utf8')
  yield decoder.write(Buffer.concat(waiting.parts))
  waiting.parts = []
  for (let chunk = await next(); chunk; chunk = await next()) {
    const end = chunk.indexOf(NEW_LINE)
    yield decoder.write(end < 0 ? chunk : chunk.subarray(0, end))
    if (end < 0) continue
    waiting.rest = chunk.subarray(end + 1)
    return
  }
}

import type { NoticeProblem } from '#src/modules/notices/notice.ts'
import type { JsonPiece } from './json-scanner.ts'

/** Gathers the bytes of one value over the chunks it stretches over. */
export type JsonHolder = {
  readonly begin: (at: number) => void
  /** What is held is not wanted after all. */
  readonly forget: () => void
  readonly refuse: (problem: NoticeProblem) => void
  /** The chunk is at its end, and what is held may not be. */
  readonly goOn: (chunk: Uint8Array) => void
  /** Gives what is held, to here; false when nothing is. */
  readonly end: (chunk: Uint8Array, to: number) => boolean
}

const MEGABYTE = 1_048_576

export function createJsonHolder(maxBytes: number, give: (piece: JsonPiece) => void): JsonHolder {
  let parts: Uint8Array[] | null = null
  let size = 0
  let from = 0
  const refuse = (problem: NoticeProblem) => {
    if (parts) give({ problem })
    parts = null
  }
  const add = (part: Uint8Array) => {
    if (!parts) return
    size += part.byteLength
    parts.push(part)
    const params = { megabytes: Math.ceil(size / MEGABYTE), limit: maxBytes / MEGABYTE }
    if (size > maxBytes) refuse({ code: 'tooLarge', params })
  }
  return {
    begin(at) {
      parts = []
      size = 0
      from = at
    },
    forget() {
      parts = null
    },
    refuse,
    goOn(chunk) {
      add(chunk.subarray(from))
      from = 0
    },
    end(chunk, to) {
      add(chunk.subarray(from, to))
      if (!parts) return false
      give({ bytes: new Uint8Array(Buffer.concat(parts)) })
      parts = null
      return true
    },
  }
}

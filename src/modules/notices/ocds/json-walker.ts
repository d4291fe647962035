/** What a walker meets; `depth` counts the brackets that are open around it. */
export type JsonVisitor = {
  readonly open: (place: { readonly byte: number; readonly at: number; readonly depth: number }) => void
  readonly close: (place: { readonly at: number; readonly depth: number }) => void
  /** A short string in the outermost brackets: a key, or a value that is taken for one until the next. */
  readonly word: (text: string) => void
  /** Anything else outside all brackets. */
  readonly stray: () => void
}

export type JsonWalker = {
  /** Goes on with the next bytes; positions are in them. */
  readonly walk: (chunk: Uint8Array) => void
  readonly depth: () => number
  readonly line: () => number
}

export const OPEN_OBJECT = 0x7b
export const OPEN_LIST = 0x5b
const CLOSE_OBJECT = 0x7d
const CLOSE_LIST = 0x5d
const QUOTE = 0x22
const BACKSLASH = 0x5c
const NEWLINE = 0x0a
const LONGEST_WORD = 20

/** Follows the brackets and strings of JSON through any number of bytes, without building or checking values. */
export function createJsonWalker(visitor: JsonVisitor): JsonWalker {
  let depth = 0
  let line = 1
  let inString = false
  let isEscaped = false
  let word: number[] = []

  const inText = (byte: number): void => {
    if (isEscaped) isEscaped = false
    else if (byte === BACKSLASH) isEscaped = true
    else if (byte === QUOTE) {
      inString = false
      if (depth === 1) visitor.word(String.fromCharCode(...word))
    } else if (depth === 1 && word.length < LONGEST_WORD) word.push(byte)
  }
  const outsideText = (byte: number, at: number): void => {
    if (byte === QUOTE && depth > 0) {
      inString = true
      word = []
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      visitor.open({ byte, at, depth })
      depth += 1
    } else if ((byte === CLOSE_OBJECT || byte === CLOSE_LIST) && depth > 0) {
      depth -= 1
      visitor.close({ at, depth })
    } else if (depth === 0 && byte > 0x20) visitor.stray()
  }
  return {
    walk(chunk) {
      for (let at = 0; at < chunk.byteLength; at += 1) {
        const byte = chunk[at] ?? 0
        if (byte === NEWLINE) line += 1
        if (inString) inText(byte)
        else outsideText(byte, at)
      }
    },
    depth: () => depth,
    line: () => line,
  }
}

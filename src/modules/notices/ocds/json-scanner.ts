import type { NoticeProblem } from '#src/modules/notices/notice.ts'
import { createJsonHolder, type JsonHolder } from './json-holder.ts'
import { createJsonWalker, type JsonVisitor, OPEN_LIST, OPEN_OBJECT } from './json-walker.ts'

/** A value found in JSON text, as it was written, or why there is none. */
export type JsonPiece = { readonly bytes: Uint8Array } | { readonly problem: NoticeProblem }

export type JsonScanner = {
  readonly push: (chunk: Uint8Array) => readonly JsonPiece[]
  readonly end: () => readonly JsonPiece[]
}

export type ScanOptions = {
  readonly maxBytes: number
  readonly maxDepth: number
  /** The number of its first line, where the text is a piece of a larger one. */
  readonly firstLine?: number
  /** The text is one record, and its releases are what is looked for. */
  readonly inRecord?: boolean
}

/**
 * Finds the releases in JSON of any size without building it: the elements of `releases` or `records` in a package,
 * those of an outermost list, and outermost objects, one after the other. One at a time is held, as its bytes, so
 * that what is kept as the original is what was written.
 */
export function createJsonScanner(options: ScanOptions): JsonScanner {
  let found: JsonPiece[] = []
  let chunk = new Uint8Array()
  const give = (piece: JsonPiece) => void found.push(piece)
  const holder = createJsonHolder(options.maxBytes, give)
  const line = () => walker.line() + (options.firstLine ?? 1) - 1
  const walker = createJsonWalker(createVisitor(options, { give, holder, line, chunk: () => chunk }))
  return {
    push(next) {
      found = []
      chunk = new Uint8Array(next)
      walker.walk(chunk)
      holder.goOn(chunk)
      return found
    },
    end() {
      found = []
      // What there is of it is refused by whoever reads it, and kept.
      if (walker.depth() > 0 && !holder.end(new Uint8Array(), 0))
        give({ problem: { code: 'cutOff', params: { line: line() } } })
      return found
    },
  }
}

type Tools = {
  readonly give: (piece: JsonPiece) => void
  readonly holder: JsonHolder
  readonly line: () => number
  readonly chunk: () => Uint8Array
}

/** The outermost value is kept as a whole, or its elements are, or it is the envelope around a list. */
type Outermost = {
  mode: 'whole' | 'list' | 'envelope'
  listDepth: number
  elements: number
  key: string
  isRecord: boolean
}

function createVisitor(options: ScanOptions, { give, holder, line, chunk }: Tools): JsonVisitor {
  let outermost = begin(OPEN_OBJECT)
  let isStray = false
  const isElement = (depth: number) => outermost.mode === 'list' && depth === outermost.listDepth
  return {
    open({ byte, at, depth }) {
      if (depth === 0) {
        outermost = begin(byte)
        if (outermost.mode === 'whole') holder.begin(at)
      } else if (isElement(depth)) {
        outermost.elements += 1
        holder.begin(at)
      } else if (depth === 1 && byte === OPEN_LIST && isListOfPackage(outermost, options)) {
        holder.forget()
        Object.assign(outermost, { mode: 'list', listDepth: 2 })
      }
      if (depth >= options.maxDepth) holder.refuse({ code: 'tooDeep', params: { limit: options.maxDepth } })
    },
    close({ at, depth }) {
      const { mode, listDepth, elements } = outermost
      if (isElement(depth) || (mode === 'whole' && depth === 0)) holder.end(chunk(), at + 1)
      else if (mode === 'list' && depth === listDepth - 1) outermost.mode = 'envelope'
      if (depth === 0 && mode !== 'whole' && elements === 0) give({ problem: { code: 'packageEmpty' } })
    },
    word(text) {
      outermost.key = text
      outermost.isRecord ||= text === 'ocid'
    },
    stray() {
      if (!isStray) give({ problem: { code: 'jsonNotWellFormed', params: { line: line() } } })
      isStray = true
    },
  }
}

function begin(byte: number): Outermost {
  const mode = byte === OPEN_OBJECT ? 'whole' : 'list'
  return { mode, listDepth: 1, elements: 0, key: '', isRecord: false }
}

/** A package has its releases in a list; a record has an `ocid` too, and is one thing unless its parts are wanted. */
function isListOfPackage({ mode, key, isRecord }: Outermost, { inRecord = false }: ScanOptions): boolean {
  return mode !== 'list' && (key === 'records' || (key === 'releases' && (inRecord || !isRecord)))
}

import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { NoticeProblem } from '#src/modules/notices/notice.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'

/** An element by its local name; the shells of the extension mechanism are left out of the tree. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  readonly parent: XmlElement | null
  text: string
}

export type XmlLimits = {
  readonly depth: number
  readonly elements: number
  /** Of one element. */
  readonly attributes: number
  /** Characters of one text, comment or tag. */
  readonly part: number
}

/** Deepest known notice: 19. A hundred lots in 24 languages: 60 000 elements. Longest known text: 40 000 characters. */
const LIMITS: XmlLimits = { depth: 100, elements: 500_000, attributes: 1000, part: 4_000_000 }

/** The parser keeps what it has not finished in small pieces, so it is given the text bit by bit and stopped in time. */
const BIT = 256 * 1024

/** `ext:UBLExtensions/…/efext:EformsExtension` says nothing: what is in it belongs to the element around. */
const SHELLS = new Set(['UBLExtensions', 'UBLExtension', 'ExtensionContent', 'EformsExtension'])

const NO_ATTRIBUTES = Object.freeze({})

/** Thrown by the handlers to stop the parser at once, and caught in `parseXml` only. */
class Refusal {
  readonly problem: NoticeProblem
  constructor(problem: NoticeProblem) {
    this.problem = problem
  }
}

/**
 * The tree of an XML text, or why there is none.
 *
 * A document type is refused whole: notices have none, and entities are how XML is turned into a bomb or made
 * to read files.
 */
export function parseXml(text: string, changed: Partial<XmlLimits> = {}): Result<XmlElement, NoticeProblem> {
  if (hasDoctype(text)) return fail({ code: 'hasDoctype' })
  const limits = { ...LIMITS, ...changed }
  const builder = createTreeBuilder(limits)
  const parser = new SaxesParser({ xmlns: false, position: true })
  let attributes = 0
  let finished = 0
  const finish = <Part>(handle: (part: Part) => void) => {
    return (part: Part) => {
      finished = parser.position
      handle(part)
    }
  }
  parser.on('doctype', () => {
    throw new Refusal({ code: 'hasDoctype' })
  })
  parser.on('opentagstart', () => (attributes = 0))
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > limits.attributes)
      throw new Refusal({ code: 'tooManyAttributes', params: { limit: limits.attributes } })
  })
  parser.on('opentag', finish(builder.open))
  parser.on('closetag', finish(builder.close))
  parser.on('text', finish(builder.text))
  parser.on('cdata', finish(builder.text))
  parser.on(
    'comment',
    finish(() => {}),
  )
  parser.on(
    'processinginstruction',
    finish(() => {}),
  )
  parser.on('error', () => {
    const { line, column, position } = parser
    if (position >= text.length && builder.isOpen()) throw new Refusal({ code: 'cutOff', params: { line } })
    throw new Refusal({ code: 'notWellFormed', params: { line, column } })
  })
  try {
    for (let from = 0; from < text.length; from += BIT) {
      parser.write(text.slice(from, from + BIT))
      if (parser.position - finished > limits.part)
        throw new Refusal({ code: 'partTooLong', params: { limit: limits.part } })
    }
    parser.close()
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem)
    throw error
  }
  const root = builder.root()
  return root ? ok(root) : fail({ code: 'notXml' })
}

/** A document type can stand only before the root, after declarations and comments. */
function hasDoctype(text: string): boolean {
  const beforeRoot = /\s*(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->)/y
  let at = 0
  while (beforeRoot.test(text)) at = beforeRoot.lastIndex
  const blanks = /\s*/y
  blanks.lastIndex = at
  blanks.test(text)
  return text.startsWith('<!DOCTYPE', blanks.lastIndex)
}

function createTreeBuilder(limits: XmlLimits) {
  const stack: XmlElement[] = []
  const top: XmlElement = { name: '', attributes: NO_ATTRIBUTES, children: [], parent: null, text: '' }
  let elements = 0
  let current = top
  return {
    open(tag: SaxesTagPlain) {
      elements += 1
      if (stack.length >= limits.depth)
        throw new Refusal({ code: 'tooDeep', params: { limit: limits.depth } })
      if (elements > limits.elements) {
        throw new Refusal({ code: 'tooManyElements', params: { limit: limits.elements } })
      }
      stack.push(current)
      const name = localName(tag.name)
      if (SHELLS.has(name) && current !== top) return
      const parent = current === top ? null : current
      const element: XmlElement = { name, attributes: { ...tag.attributes }, children: [], parent, text: '' }
      current.children.push(element)
      current = element
    },
    close() {
      if (current.children.length > 0) current.text = ''
      current = stack.pop() ?? top
    },
    text(piece: string) {
      current.text += piece
    },
    isOpen: () => stack.length > 0,
    root: () => top.children[0] ?? null,
  }
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

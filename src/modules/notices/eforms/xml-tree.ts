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

export type XmlLimits = { readonly depth: number; readonly elements: number }

/** Deepest known notice: 19. A hundred lots in 24 languages: 60 000 elements. */
const LIMITS: XmlLimits = { depth: 100, elements: 500_000 }

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
export function parseXml(text: string, limits: XmlLimits = LIMITS): Result<XmlElement, NoticeProblem> {
  const builder = createTreeBuilder(limits)
  const parser = new SaxesParser({ xmlns: false, position: true })
  parser.on('opentag', (tag) => builder.open(tag))
  parser.on('closetag', () => builder.close())
  parser.on('text', (piece) => builder.text(piece))
  parser.on('cdata', (piece) => builder.text(piece))
  parser.on('doctype', () => {
    throw new Refusal({ code: 'hasDoctype' })
  })
  parser.on('error', () => {
    const { line, column, position } = parser
    if (position >= text.length && builder.isOpen()) throw new Refusal({ code: 'cutOff', params: { line } })
    throw new Refusal({ code: 'notWellFormed', params: { line, column } })
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem)
    throw error
  }
  const root = builder.root()
  return root ? ok(root) : fail({ code: 'notXml' })
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

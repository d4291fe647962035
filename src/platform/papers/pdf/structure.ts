import type { PaperDocument } from './paper-document.ts'

/** The standard structure types (ISO 32000-1, 14.8.4) that papers use. */
export type TagType =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Note'
  | 'Link'

export type TagOptions = {
  readonly lang?: string | undefined
  readonly alt?: string
  readonly bbox?: readonly [number, number, number, number]
  /** Attributes by their owner, as ISO 32000-1, 14.8.5 lists them. */
  readonly attributes?: Readonly<Record<string, string>>
  /** Notes must have one of their own (PDF/UA-1, 7.9). */
  readonly id?: string
}

/** A place in the structure tree; it comes into being when something is first written in it. */
export type Tag = {
  readonly type: TagType
  readonly parent: Tag | null
  readonly options: () => TagOptions
}

export function tag(parent: Tag | null, type: TagType, options: TagOptions | (() => TagOptions) = {}): Tag {
  return { parent, type, options: typeof options === 'function' ? options : () => options }
}

type Element = PDFKit.PDFStructureElement & {
  readonly dictionary: { readonly data: Record<string, unknown> }
}

/**
 * Ties what is drawn to the structure tree. Every stretch of content belongs to one tag, or is an artifact: something
 * that is seen and not read aloud (PDF/UA-1, 7.1).
 */
export class Structure {
  readonly #doc: PaperDocument
  readonly #elements: ReturnType<typeof elementsOf>
  #open: Tag | null = null
  #link: { readonly run: object; readonly element: Element } | null = null

  constructor(doc: PaperDocument) {
    this.#doc = doc
    this.#elements = elementsOf(doc)
  }

  /** What is drawn from now on belongs to this tag. */
  within(tag: Tag): void {
    this.#closeLink()
    if (this.#open === tag) return
    this.#closeContent()
    this.#elements.elementOf(tag).add(this.#doc.markStructureContent(tag.type))
    this.#open = tag
  }

  /** `edge`: it stands on every page, at that edge. */
  artifact(draw: () => void, edge?: 'Top' | 'Bottom'): void {
    this.#closeContent()
    this.#doc.markContent('Artifact', edge ? { type: 'Pagination', attached: [edge] } : { type: 'Layout' })
    draw()
    this.#doc.endMarkedContent()
  }

  /** A link inside a tag: its words, and the annotation that makes them active. */
  link(tag: Tag, run: object, draw: (element: PDFKit.PDFStructureElement) => void): void {
    this.#closeContent()
    const element = this.#linkOf(tag, run)
    element.add(this.#doc.markStructureContent('Link'))
    draw(element)
    this.#doc.endMarkedContent()
  }

  /** Nothing is open any more; before another page. */
  closePage(): void {
    this.#closeContent()
    this.#closeLink()
  }

  finish(): void {
    this.closePage()
    this.#elements.finish()
  }

  #linkOf(parent: Tag, run: object): Element {
    if (this.#link?.run === run) return this.#link.element
    this.#closeLink()
    const element = makeElement(this.#doc, tag(parent, 'Link'))
    this.#elements.elementOf(parent).add(element)
    this.#link = { run, element }
    return element
  }

  #closeContent(): void {
    if (this.#open) this.#doc.endMarkedContent()
    this.#open = null
  }

  /** At once: the reference to an annotation is written with the page that is current then. */
  #closeLink(): void {
    this.#link?.element.end()
    this.#link = null
  }
}

/** The elements of the tree, made when they are first asked for, which is in reading order. */
function elementsOf(doc: PaperDocument) {
  const elements = new Map<Tag, Element>()
  const notes: [id: string, element: Element][] = []
  const elementOf = (one: Tag): Element => {
    const known = elements.get(one)
    if (known) return known
    const made = makeElement(doc, one)
    elements.set(one, made)
    const { id } = one.options()
    if (id) notes.push([id, made])
    if (one.parent) elementOf(one.parent).add(made)
    else doc.addStructure(made)
    return made
  }
  return { elementOf, finish: () => notes.length > 0 && listNotes(doc, notes) }
}

function listNotes(doc: PaperDocument, notes: readonly (readonly [id: string, element: Element])[]): void {
  const sorted = notes.toSorted(([one], [other]) => (one < other ? -1 : 1))
  const names = doc.ref({ Names: sorted.flatMap(([id, element]) => [new String(id), element.dictionary]) })
  names.end(undefined)
  Object.assign(doc.getStructTreeRoot().data, { IDTree: names })
}

function makeElement(doc: PaperDocument, { type, options }: Tag): Element {
  const { lang, alt, bbox, attributes, id } = options()
  const element = doc.struct(type, {
    ...(lang && { lang }),
    ...(alt && { alt }),
    ...(bbox && { bbox }),
  } as PDFKit.Mixins.StructureElementOptions) as Element
  if (attributes) element.dictionary.data.A = { ...(element.dictionary.data.A as object), ...attributes }
  if (id) element.dictionary.data.ID = new String(id)
  return element
}

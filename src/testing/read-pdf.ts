import { inflateSync } from 'node:zlib'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type TagSeen = {
  readonly role: string
  readonly lang?: string
  readonly alt?: string
  /** What is written in it and in none of its children, blanks made even. */
  readonly text: string
  readonly children: readonly TagSeen[]
}
export type PdfSeen = {
  readonly pages: number
  /** The text of each page as it is drawn, artifacts too. */
  readonly text: readonly string[]
  /** What belongs to the structure tree, page by page. */
  readonly tags: readonly TagSeen[]
  readonly lang: string | null
  readonly title: string | undefined
  readonly metadata: string
  readonly outline: readonly OutlineSeen[]
  readonly links: readonly { readonly url: string | undefined; readonly says: string }[]
  readonly marked: boolean
}
export type OutlineSeen = { readonly title: string; readonly items: readonly OutlineSeen[] }

/** Reads a PDF as a reader's program does, to see what came of it. */
export async function readPdf(bytes: Uint8Array): Promise<PdfSeen> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  const pdf = await task.promise
  try {
    return await look(pdf, bytes)
  } finally {
    await task.destroy()
  }
}

async function look(pdf: PDFDocumentProxy, bytes: Uint8Array): Promise<PdfSeen> {
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => lookAtPage(pdf, at + 1)))
  const { info } = await pdf.getMetadata()
  const facts = info as { readonly Title?: string; readonly Language?: string }
  return {
    pages: pdf.numPages,
    text: pages.map(({ text }) => text),
    tags: pages.flatMap(({ tags }) => tags),
    lang: facts.Language ?? null,
    title: facts.Title,
    metadata: xmpOf(bytes),
    outline: toOutline((await pdf.getOutline()) ?? []),
    links: pages.flatMap(({ links }) => links),
    marked: ((await pdf.getMarkInfo()) as ReadonlyMap<string, boolean> | null)?.get('Marked') === true,
  }
}

type Outline = NonNullable<Awaited<ReturnType<PDFDocumentProxy['getOutline']>>>

function toOutline(items: Outline): readonly OutlineSeen[] {
  return items.map(({ title, items: below }) => ({ title, items: toOutline(below) }))
}

async function lookAtPage(pdf: PDFDocumentProxy, number: number) {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  const written = new Map<string, string>()
  const open: (string | null)[] = []
  let text = ''
  for (const item of items) {
    if ('str' in item) {
      text += item.str + (item.hasEOL ? '\n' : '')
      const id = open.findLast((one) => one !== null)
      // The blank at the end of a line is not given, only that the line ends.
      if (id) written.set(id, (written.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.type === 'beginMarkedContentProps' ? (item.id ?? null) : null)
  }
  const tree = (await page.getStructTree()) as StructNode | null
  const annotations = (await page.getAnnotations()) as readonly {
    url?: string
    contentsObj?: { str: string }
  }[]
  return {
    text,
    tags: tree ? [toTag(tree, written)] : [],
    links: annotations.map(({ url, contentsObj }) => ({ url, says: contentsObj?.str ?? '' })),
  }
}

type StructNode = {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly lang?: string
  readonly alt?: string
  readonly children?: readonly StructNode[]
}

function toTag(node: StructNode, written: ReadonlyMap<string, string>): TagSeen {
  const { role = '', lang, alt, children = [] } = node
  const tags = children.filter((child) => child.role !== undefined).map((child) => toTag(child, written))
  const own = children.map((child) => (child.id ? (written.get(child.id) ?? '') : '')).join('')
  return {
    role,
    text: own.replace(/\s+/g, ' ').trim(),
    children: tags,
    ...(lang && { lang }),
    ...(alt && { alt }),
  }
}

/** Every tag below, in reading order. */
export function allTags(tags: readonly TagSeen[]): readonly TagSeen[] {
  return tags.flatMap((tag) => [tag, ...allTags(tag.children)])
}

function xmpOf(bytes: Uint8Array): string {
  const whole = Buffer.from(bytes).toString('utf8')
  return /<\?xpacket begin[\s\S]*?<\?xpacket end="w"\?>/.exec(whole)?.[0] ?? ''
}

/** The objects of the file with their streams unpacked, as one text, for what no reader's program tells. */
export function rawPdf(bytes: Uint8Array): string {
  const binary = Buffer.from(bytes).toString('latin1')
  return binary.replace(/stream\n([\s\S]*?)\nendstream/g, (all, packed: string) => {
    try {
      return `stream\n${inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')}\nendstream`
    } catch {
      // A picture or the metadata: not packed in this way.
      return all
    }
  })
}

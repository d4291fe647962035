import type { ContentRemark, DocumentFormat } from '#src/modules/documents/contract.ts'
import { formatOf } from '#src/modules/documents/format.ts'
import { Refused, refuse } from './content-problem.ts'
import { checkPart, isContainer, isPackage } from './embedded-part.ts'
import { decodeXml, type Tag, xmlTags } from './xml-tags.ts'
import { type Allowance, createAllowance, type Part, partsOf } from './zip-parts.ts'

export type Looked = { readonly format: DocumentFormat; readonly remarks: readonly ContentRemark[] }

const CONTENT_TYPES = '[Content_Types].xml'
const READ =
  /(^|\/)(\[Content_Types\]\.xml|[^/]*\.rels|(document|header|footer|workbook|externalLink)\d*\.xml)$/
const DEPTH = 2

/** What is gathered on the way through a package of Office Open XML (ECMA-376). */
type Findings = {
  readonly names: string[]
  readonly types: Tag[]
  /** By the part they stand in. */
  readonly relations: Map<string, readonly Tag[]>
  readonly texts: Map<string, string>
}

export function isOfficePackage(names: readonly string[]): boolean {
  return names.includes(CONTENT_TYPES)
}

/** Looks through a Word, Excel or PowerPoint file: what it is, that nothing in it runs, and what should be seen over. */
export async function lookThroughOffice(
  bytes: Uint8Array,
  { depth = 0, spend = createAllowance(bytes.byteLength) }: { depth?: number; spend?: Allowance } = {},
): Promise<Looked> {
  const found: Findings = { names: [], types: [], relations: new Map(), texts: new Map() }
  const isWanted = (name: string, head: Uint8Array) => READ.test(name) || isContainer(head)
  for await (const part of partsOf(bytes, { isWanted, spend })) {
    found.names.push(part.name)
    await checkPackagePart(part, { depth, spend })
    gather(found, part)
  }
  checkTypes(found)
  checkRelations(found)
  checkTexts(found)
  return { format: mainFormat(found), remarks: remarksOn(found) }
}

/** A sheet behind a diagram is a package in the package, and may hold what the outer one may not. */
async function checkPackagePart(
  { head, bytes }: Part,
  { depth, spend }: { depth: number; spend: Allowance },
): Promise<void> {
  checkPart(head, bytes)
  if (!bytes || !isPackage(head)) return
  if (depth >= DEPTH) refuse('embedded')
  try {
    await lookThroughOffice(bytes, { depth: depth + 1, spend })
  } catch (error) {
    const isForeign = error instanceof Refused && error.problem.kind === 'unknown'
    throw isForeign ? new Refused({ kind: 'embedded' }) : error
  }
}

function gather(found: Findings, { name, bytes }: Part): void {
  if (!bytes || !READ.test(name)) return
  if (name === CONTENT_TYPES) found.types.push(...xmlTags(bytes))
  else if (name.endsWith('.rels')) found.relations.set(name, xmlTags(bytes))
  else found.texts.set(name, decodeXml(bytes))
}

/** By type and not by name, since a part may be called anything. */
function checkTypes({ types, names }: Findings): void {
  const declared = types.map(({ attributes }) => attributes.ContentType ?? '')
  if (declared.some((type) => /macroEnabled|vbaProject|macrosheet|activeX/i.test(type))) refuse('macros')
  if (names.some((name) => /(^|\/)vba(Project|Data)[^/]*$|(^|\/)macrosheets\//i.test(name))) refuse('macros')
}

const RUNS = /\/(vbaProject|wordVbaData|xlMacrosheet|xlIntlMacrosheet|control|activeXControlBinary)$/i
const FETCHED = /\/(attachedTemplate|oleObject|frame|subDocument)$/i
/** A server somewhere; the path of a template on the author's own disk is in every other Word file, and harmless. */
const ON_THE_NET = /^(https?|ftp|mhtml|file:\/\/[^/]|\\\\|\/\/)/i

function checkRelations({ relations }: Findings): void {
  for (const { attributes } of [...relations.values()].flat()) {
    const { Type: type = '', Target: target = '', TargetMode: mode = '' } = attributes
    if (RUNS.test(type)) refuse('macros')
    if (FETCHED.test(type) && mode === 'External' && ON_THE_NET.test(target)) refuse('remote')
  }
}

/** Fields and links by which opening a document starts a program (dynamic data exchange). */
function checkTexts({ texts }: Findings): void {
  for (const text of texts.values()) {
    if (/<(\w+:)?ddeLink\b/.test(text)) refuse('script')
    // A field may be written in any number of pieces.
    const pieces = [...text.matchAll(/<w:instrText\b[^>]*>([^<]*)/g)].map(([, piece = '']) => piece)
    const whole = [...text.matchAll(/<w:fldSimple\b[^>]*w:instr="([^"]*)"/g)].map(([, field = '']) => field)
    if ([pieces.join(''), ...whole].some((field) => /(^|\s)DDE(AUTO)?\s/i.test(field))) refuse('script')
  }
}

function mainFormat({ types, relations }: Findings): DocumentFormat {
  const main = relations
    .get('_rels/.rels')
    ?.find(({ attributes }) => /\/officeDocument$/.test(attributes.Type ?? ''))
  const target = `/${(main?.attributes.Target ?? '').replace(/^\//, '')}`.toLowerCase()
  const extension = target.slice(target.lastIndexOf('.') + 1)
  const declared =
    types.find(({ attributes }) => attributes.PartName?.toLowerCase() === target) ??
    types.find(({ attributes }) => attributes.Extension?.toLowerCase() === extension)
  const format = formatOf((declared?.attributes.ContentType ?? '').replace(/\.main\+xml$/, ''))
  if (!format) throw new Refused({ kind: 'unknown', extension: 'zip' })
  return format
}

function remarksOn({ names, texts }: Findings): readonly ContentRemark[] {
  const hasName = (pattern: RegExp) => names.some((name) => pattern.test(name))
  const hasText = (pattern: RegExp) => [...texts.values()].some((text) => pattern.test(text))
  const remarks: readonly (readonly [ContentRemark, boolean])[] = [
    ['comments', hasName(/(^|\/)(comments|threadedComments?\/|comments\/)[^/]*\d*\.xml$/i)],
    ['trackedChanges', hasText(/<w:(ins|del|moveFrom|moveTo) /)],
    ['hiddenSheets', hasText(/<(\w+:)?sheet [^>]*state="(veryH|h)idden"/)],
    ['notes', hasName(/(^|\/)notesSlides\//)],
  ]
  return remarks.filter(([, isThere]) => isThere).map(([remark]) => remark)
}

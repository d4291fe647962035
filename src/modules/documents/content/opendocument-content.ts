import type { ContentRemark } from '#src/modules/documents/contract.ts'
import { formatOf } from '#src/modules/documents/format.ts'
import { Refused, refuse } from './content-problem.ts'
import { checkPart, isContainer, isPackage } from './embedded-part.ts'
import type { Looked } from './office-content.ts'
import { decodeXml, xmlTags } from './xml-tags.ts'
import { createAllowance, partsOf } from './zip-parts.ts'

const READ = /^(mimetype|META-INF\/manifest\.xml|content\.xml|styles\.xml|.*\/content\.xml)$/
/** Lists of libraries are there also when there are no libraries. */
const MACROS = /^(Basic\/(?!.*script-l[bc]\.xml$)|Scripts\/)./

/** Looks through an OpenDocument text, sheet or presentation (ISO/IEC 26300). */
export async function lookThroughOpenDocument(bytes: Uint8Array): Promise<Looked> {
  const remarks = new Set<ContentRemark>()
  let type = ''
  const isWanted = (name: string, head: Uint8Array) => READ.test(name) || isContainer(head)
  for await (const part of partsOf(bytes, { isWanted, spend: createAllowance(bytes.byteLength) })) {
    if (MACROS.test(part.name)) refuse('macros')
    checkPart(part.head, part.bytes)
    if (isPackage(part.head)) refuse('embedded')
    if (!part.bytes) continue
    if (part.name === 'mimetype') type = decodeXml(part.bytes)
    else if (part.name === 'META-INF/manifest.xml') checkManifest(part.bytes)
    else if (READ.test(part.name)) for (const remark of remarksOn(decodeXml(part.bytes))) remarks.add(remark)
  }
  const format = formatOf(type)
  if (!format) throw new Refused({ kind: 'unknown', extension: 'zip' })
  return { format, remarks: [...remarks] }
}

function checkManifest(bytes: Uint8Array): void {
  if (xmlTags(bytes).some(({ name }) => name === 'encryption-data')) refuse('encrypted')
}

function remarksOn(xml: string): readonly ContentRemark[] {
  // A button or an event that calls a macro, also one that lies outside the file.
  if (xml.includes('vnd.sun.star.script:')) refuse('macros')
  return [
    ...(xml.includes('<office:annotation') ? (['comments'] as const) : []),
    ...(xml.includes('<text:tracked-changes') ? (['trackedChanges'] as const) : []),
    ...(xml.includes('<presentation:notes') ? (['notes'] as const) : []),
  ]
}

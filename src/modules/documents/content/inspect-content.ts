import { fileTypeFromBuffer } from 'file-type'
import { type ContentRemark, type DocumentFormat, LARGEST_BYTES } from '#src/modules/documents/contract.ts'
import { extensionOf } from '#src/modules/documents/file-name.ts'
import { FORMATS } from '#src/modules/documents/format.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type ContentProblem, Refused, refuse } from './content-problem.ts'
import { isCompoundFile, whyNotCompoundFile } from './embedded-part.ts'
import { lookThroughOffice } from './office-content.ts'
import { lookThroughOpenDocument } from './opendocument-content.ts'
import { beginsAsPdf, checkPdf, holdsPdfBeginning } from './pdf-content.ts'
import { checkJpeg, checkPng, checkWebp, pictureRemarks } from './picture-content.ts'
import { isProgram } from './program.ts'
import { lookThroughText } from './text-content.ts'
import { beginsAsZip, endsAsZip } from './zip-parts.ts'

export type Inspected = { readonly format: DocumentFormat; readonly remarks: readonly ContentRemark[] }

/** So much is enough to know a file by; more would let a hostile one lead the library through itself. */
const SAMPLE_BYTES = 16 * 1024

/**
 * What a file is, by its content, or why it is not taken in: it runs, it is locked, it is two things at once, it is
 * damaged, or its name says something else. Nothing is run and nothing is written. It is no scanner for viruses.
 */
export async function inspectContent(
  bytes: Uint8Array,
  name: string,
): Promise<Result<Inspected, ContentProblem>> {
  try {
    const inspected = await lookThrough(bytes, extensionOf(name))
    const says = extensionOf(name)
    const isNamed = says === '' || (FORMATS[inspected.format].extensions as readonly string[]).includes(says)
    return isNamed ? ok(inspected) : fail({ kind: 'otherName', says, is: inspected.format })
  } catch (error) {
    if (error instanceof Refused) return fail(error.problem)
    throw error
  }
}

async function lookThrough(bytes: Uint8Array, extension: string): Promise<Inspected> {
  if (bytes.byteLength === 0) refuse('empty')
  if (bytes.byteLength > LARGEST_BYTES) refuse('tooLarge')
  if (isProgram(bytes)) refuse('program')
  if (beginsAsZip(bytes)) return lookThroughPackage(bytes)
  if (isCompoundFile(bytes)) refuse(whyNotCompoundFile(bytes))
  // A file that ends as an archive is one for whoever reads from the end.
  if (endsAsZip(bytes)) refuse('twoInOne')
  if (beginsAsPdf(bytes)) return lookThroughPdf(bytes)
  if (holdsPdfBeginning(bytes)) refuse('twoInOne')
  const type = await fileTypeFromBuffer(bytes.subarray(0, SAMPLE_BYTES))
  return lookThroughPicture(bytes, type?.mime) ?? lookThroughRest(bytes, extension, type?.ext)
}

/** OpenDocument begins with a file that says what it is, not packed, so that it stands in the same place in every one. */
async function lookThroughPackage(bytes: Uint8Array): Promise<Inspected> {
  if (holdsPdfBeginning(bytes)) refuse('twoInOne')
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', 30, 38)
  return start === 'mimetype' ? lookThroughOpenDocument(bytes) : lookThroughOffice(bytes)
}

async function lookThroughPdf(bytes: Uint8Array): Promise<Inspected> {
  await checkPdf(bytes)
  return { format: 'pdf', remarks: [] }
}

function lookThroughPicture(bytes: Uint8Array, mediaType: string | undefined): Inspected | null {
  const remarks = pictureRemarks(bytes)
  switch (mediaType) {
    case 'image/png':
    case 'image/apng':
      checkPng(bytes)
      return { format: 'png', remarks }
    case 'image/jpeg':
      checkJpeg(bytes)
      return { format: 'jpeg', remarks }
    case 'image/webp':
      checkWebp(bytes)
      return { format: 'webp', remarks }
    default:
      return null
  }
}

function lookThroughRest(bytes: Uint8Array, extension: string, known: string | undefined): Inspected {
  const format = known === undefined || known === 'xml' ? lookThroughText(bytes, extension) : null
  if (format) return { format, remarks: [] }
  throw new Refused({ kind: 'unknown', extension: known ?? extension })
}

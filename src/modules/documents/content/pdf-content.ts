import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { refuse } from './content-problem.ts'

const unpack = promisify(inflate)

const BEGINNING = '%PDF-'
/** How far from the end the mark of the end may be. */
const TAIL = 2048
const LARGEST_UNPACKED = 32 * 1024 * 1024
const MOST_UNPACKED = 256 * 1024 * 1024

/** A name of PDF, in which every letter may be written as `#` and its code (ISO 32000-1, 7.3.5). */
function nameOf(text: string, after = ''): RegExp {
  const letters = [...text].map((letter) => {
    const code = letter.charCodeAt(0).toString(16)
    return `(?:${letter}|#${code.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)})`
  })
  return new RegExp(`/${letters.join('')}${after}`)
}

const SCRIPTS = [nameOf('JavaScript'), nameOf('Launch'), nameOf('XFA', '(?=[\\s\\[<(\\d])')]
const FILES = [nameOf('EmbeddedFile'), nameOf('RichMedia')]
const LOCKED = nameOf('Encrypt', '\\s*(?:\\d+\\s+\\d+\\s+R|<<)')
const OBJECTS = new RegExp(nameOf('ObjStm').source, 'g')

export function beginsAsPdf(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(0, BEGINNING.length)) === BEGINNING
}

/** Some readers look for the beginning further in, so a file that is something else as well may be opened as a PDF. */
export function holdsPdfBeginning(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(0, 1024)).includes(BEGINNING)
}

/**
 * Refuses a PDF that is cut off, locked, or does something when it is opened. Objects may be packed together in streams,
 * and those are unpacked; text and pictures are not looked at.
 */
export async function checkPdf(bytes: Uint8Array): Promise<void> {
  const text = latin1(bytes)
  if (!text.includes('%%EOF', text.length - TAIL)) refuse('damaged')
  if (LOCKED.test(text)) refuse('encrypted')
  checkObjects(text)
  let unpacked = 0
  for (const { index } of text.matchAll(OBJECTS)) {
    const objects = await unpackObjects(bytes, text, index)
    unpacked += objects.length
    if (unpacked > MOST_UNPACKED) refuse('bomb')
    checkObjects(objects)
  }
}

function checkObjects(text: string): void {
  if (SCRIPTS.some((name) => name.test(text))) refuse('script')
  if (FILES.some((name) => name.test(text))) refuse('embedded')
}

async function unpackObjects(bytes: Uint8Array, text: string, at: number): Promise<string> {
  const word = text.indexOf('stream', at)
  if (word < 0) return ''
  const start = text[word + 6] === '\r' ? word + 8 : word + 7
  const end = text.indexOf('endstream', start)
  const packed = bytes.subarray(start, end < 0 ? undefined : end)
  try {
    return latin1(await unpack(packed, { maxOutputLength: LARGEST_UNPACKED }))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') refuse('bomb')
    const dictionary = text.slice(text.lastIndexOf('obj', at), word)
    // Not packed at all, it has been looked at with the rest; packed in another way, nobody knows what it says.
    return /\/(?:F|#46)/.test(dictionary.replaceAll('/First', '')) ? refuse('damaged') : ''
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

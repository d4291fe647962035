import { createTurns } from '#src/platform/turns.ts'
import { BrokenForm, boundaryOf, type FormPart, formParts } from './multipart.ts'
import type { Typed } from './read-form.ts'

export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array }

export type UploadedForm = {
  readonly typed: Typed
  readonly file: UploadedFile | null
  /** Why there is no file, or not all of the form; what was typed before that is kept. */
  readonly problem: 'tooLarge' | 'cutOff' | null
}

type Limits = {
  /** The name of the field of the file. */
  readonly field: string
  readonly largest: number
}

const LONGEST_TEXT = 20_000
const MOST_PARTS = 60
/** So much too much is still read to its end, because a browser that is cut off shows nothing of what it is answered. */
const PATIENCE_BYTES = 150 * 1024 * 1024
/** Each holds what has come of its file, for as long as a slow line takes. */
const AT_ONCE = 12

const turns = createTurns(AT_ONCE)

/** Reads a form with one file in it as it arrives; a file that is too large is let by, and the rest of the form kept. */
export function readUpload(request: Request, limits: Limits): Promise<UploadedForm> {
  return turns.take(() => read(request, limits))
}

async function read(request: Request, limits: Limits): Promise<UploadedForm> {
  const typed: Record<string, string> = {}
  const boundary = boundaryOf(request.headers.get('content-type'))
  if (!boundary || !request.body) return { typed, file: null, problem: 'cutOff' }
  let file: UploadedFile | 'tooLarge' | null = null
  try {
    let parts = 0
    for await (const part of formParts(within(request.body, PATIENCE_BYTES), boundary)) {
      parts += 1
      if (parts > MOST_PARTS) throw new BrokenForm('the form has too many parts')
      if (part.fileName === null) typed[part.name] = await textOf(part)
      else if (part.name === limits.field) file ??= await fileOf(part, part.fileName, limits.largest)
    }
  } catch (error) {
    if (error instanceof TooMuch) return { typed, file: null, problem: 'tooLarge' }
    if (!(error instanceof BrokenForm) && !request.signal.aborted) throw error
    return { typed, file: null, problem: file === 'tooLarge' ? 'tooLarge' : 'cutOff' }
  }
  return file === 'tooLarge' ? { typed, file: null, problem: 'tooLarge' } : { typed, file, problem: null }
}

/** A field for a file in which none was chosen is sent too, with neither name nor content. */
async function fileOf(
  { content }: FormPart,
  name: string,
  largest: number,
): Promise<UploadedFile | 'tooLarge' | null> {
  let pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of content) {
    size += piece.byteLength
    if (size > largest) pieces = []
    else pieces.push(piece)
  }
  if (size > largest) return 'tooLarge'
  return size === 0 && name === '' ? null : { name, bytes: Buffer.concat(pieces) }
}

async function textOf({ content }: FormPart): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of content) {
    size += piece.byteLength
    if (size <= LONGEST_TEXT) pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8').replaceAll('\0', '').trim()
}

class TooMuch extends Error {}

async function* within(body: ReadableStream<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > most) throw new TooMuch()
    yield chunk
  }
}

import { type Notice, type NoticeProblem, readNotice } from '#src/modules/notices/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'

export const SHORTEST_TEXT = 40
export const LONGEST_TEXT = 200_000
export const LARGEST_FILE_MB = 4

export type Draft =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'notice'; readonly notice: Notice }

export type DraftFailure =
  | { readonly kind: 'empty' | 'short' | 'long' }
  | { readonly kind: 'large' | 'notText' }
  | { readonly kind: 'notice'; readonly problems: readonly NoticeProblem[] }

/** What was pasted or uploaded. A file goes before a text, because it takes more to choose one. */
export async function readDraft(form: FormData): Promise<Result<Draft, DraftFailure>> {
  const file = form.get('file')
  if (file instanceof File && file.size > 0) return readFile(file)
  return toText(typedText(form))
}

/** What stands in the text field, to be shown again whatever was wrong. */
export function typedText(form: FormData): string {
  const text = form.get('text')
  return typeof text === 'string' ? text : ''
}

async function readFile(file: File): Promise<Result<Draft, DraftFailure>> {
  if (file.size > LARGEST_FILE_MB * 1_000_000) return fail({ kind: 'large' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (looksLikeXml(bytes)) {
    const read = readNotice(bytes)
    return read.ok
      ? ok({ kind: 'notice', notice: read.value })
      : fail({ kind: 'notice', problems: read.failure })
  }
  const text = decode(bytes)
  return text === null ? fail({ kind: 'notText' }) : toText(text)
}

function looksLikeXml(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/[^\x21-\x7e]/g, '')
  return /^<(\?xml|!--|[A-Za-z])/.test(start)
}

/** UTF-8, or UTF-16 that says so; anything else, and what holds other than letters, is no text. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') || text.startsWith('%PDF') ? null : text
  } catch {
    return null
  }
}

function toText(text: string): Result<Draft, DraftFailure> {
  const trimmed = text.trim()
  if (trimmed === '') return fail({ kind: 'empty' })
  if (trimmed.length < SHORTEST_TEXT) return fail({ kind: 'short' })
  return trimmed.length > LONGEST_TEXT ? fail({ kind: 'long' }) : ok({ kind: 'text', text: trimmed })
}

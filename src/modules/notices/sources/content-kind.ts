import { encodingOf } from '#src/modules/notices/eforms/decode-bytes.ts'
import { isTarHeader } from './tar-header.ts'

/** What bytes are by what they begin with; names lie. */
export type ContentKind = 'xml' | 'json' | 'zip' | 'office' | 'gzip' | 'tar' | 'empty' | 'other'

/** As much as a kind can be told from: a tar file says what it is in its first block. */
export const HEAD_BYTES = 512

export function kindOfContent(head: Uint8Array): ContentKind {
  if (head.byteLength === 0) return 'empty'
  if (beginsWith(head, [0x50, 0x4b, 0x03, 0x04])) return isOffice(head) ? 'office' : 'zip'
  // A zip without entries, and one that was split, begin otherwise.
  if (beginsWith(head, [0x50, 0x4b, 0x05, 0x06]) || beginsWith(head, [0x50, 0x4b, 0x07, 0x08])) return 'zip'
  if (beginsWith(head, [0x1f, 0x8b])) return 'gzip'
  if (isTarHeader(head)) return 'tar'
  return kindOfText(textOf(head))
}

/** Whether it may hold notices, so that it is worth opening in a folder. */
export function isArchive(kind: ContentKind): kind is 'zip' | 'gzip' | 'tar' {
  return kind === 'zip' || kind === 'gzip' || kind === 'tar'
}

function kindOfText(text: string): ContentKind {
  if (/^<(?!!doctype html|html[\s>])[?!\p{L}_]/iu.test(text)) return 'xml'
  // A value, a key or nothing more: «[general]» begins a file of settings.
  return /^[{[]\s*(?:["{[\]}]|-?\d|$)/.test(text) ? 'json' : 'other'
}

function textOf(head: Uint8Array): string {
  const [first, second] = head
  const encoding = first !== 0 && second === 0 ? 'utf-16le' : encodingOf(head)
  const label = encoding.startsWith('utf-16') ? encoding : 'latin1'
  return new TextDecoder(label)
    .decode(head)
    .replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)/, '')
    .trimStart()
}

function beginsWith(head: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => head[at] === byte)
}

/** Documents of word processors and programs are zip archives too; their first file gives them away. */
function isOffice(head: Uint8Array): boolean {
  const length = (head[26] ?? 0) + 256 * (head[27] ?? 0)
  const name = new TextDecoder('latin1').decode(head.subarray(30, 30 + length))
  return /^(?:\[Content_Types\]\.xml$|mimetype$|_rels\/|docProps\/|word\/|xl\/|ppt\/|META-INF\/)/.test(name)
}

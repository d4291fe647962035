import { refuse } from './content-problem.ts'
import { isProgram } from './program.ts'

const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** A stream by which OLE keeps any file at all, and one by which it keeps macros; names there are UTF-16. */
const ANY_FILE = Buffer.from('Ole10Native', 'utf16le')
const MACROS = Buffer.from('_VBA_PROJECT', 'utf16le')
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le')

export function isCompoundFile(head: Uint8Array): boolean {
  return Buffer.from(head.buffer, head.byteOffset, head.byteLength).subarray(0, 8).equals(COMPOUND_FILE)
}

/** Whether a part of a package has to be looked into, whatever it is called. */
export function isContainer(head: Uint8Array): boolean {
  return isCompoundFile(head) || isPackage(head)
}

export function isPackage(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4
}

/** Refuses a part that runs, or that holds a file we cannot look into. */
export function checkPart(head: Uint8Array, bytes: Uint8Array | null): void {
  if (isProgram(head)) refuse('embedded')
  if (isCompoundFile(head)) checkCompoundFile(bytes ?? head)
}

function checkCompoundFile(bytes: Uint8Array): void {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (content.includes(MACROS)) refuse('macros')
  if (content.includes(ANY_FILE)) refuse('embedded')
}

/** What an Office file from before the packages is, which is also how a locked one of today is kept. */
export function whyNotCompoundFile(bytes: Uint8Array): 'encrypted' | 'macros' | 'oldOffice' {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (content.includes(LOCKED)) return 'encrypted'
  return content.includes(MACROS) ? 'macros' : 'oldOffice'
}

import { inspectContent } from '#src/modules/documents/index.ts'

/** What comes of a file, in a line: its format with the remarks on it, or why it is not taken in. */
export async function toldOf(bytes: Uint8Array, name: string): Promise<string> {
  const inspected = await inspectContent(bytes, name)
  if (inspected.ok) return [inspected.value.format, ...inspected.value.remarks].join(' ')
  const { failure } = inspected
  return failure.kind === 'otherName' ? `no: named ${failure.says}, is ${failure.is}` : `no: ${failure.kind}`
}

/** Who should be refused, as what, under which name. */
export type RefusedFile = readonly [is: string, kind: string, name: string, bytes: Uint8Array]

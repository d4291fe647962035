import type { SourceItem } from '#src/modules/notices/sources/source-item.ts'
import type { Refusal } from './quarantine-repository.ts'
import type { Reader } from './reading-thread.ts'
import type { Arrival } from './store-notices.ts'

export type ReadItems = {
  readonly arrivals: readonly Arrival[]
  readonly refusals: readonly (Refusal & { bytes: Uint8Array | null })[]
}

/** What a batch of a source comes to, before anything is kept of it. */
export async function readItems(
  reader: Reader,
  items: readonly SourceItem[],
  source: string,
): Promise<ReadItems> {
  const arrivals: Arrival[] = []
  const refusals: (Refusal & { bytes: Uint8Array | null })[] = []
  for (const item of items) {
    if ('problems' in item) {
      const { name, problems, size } = item
      refusals.push({ sha256: null, name, source, size: size ?? null, problems, bytes: null })
    }
  }
  const files = items.filter((item) => 'bytes' in item)
  const originals = await reader.read(files.map(({ bytes }) => bytes))
  for (const [at, { sha256, read }] of originals.entries()) {
    const file = files[at]
    if (!file) continue
    const { name, bytes } = file
    if (read.ok) arrivals.push({ ...read.value, bytes, sha256, name, source })
    else refusals.push({ sha256, name, source, size: bytes.byteLength, problems: read.failure, bytes })
  }
  return { arrivals, refusals }
}

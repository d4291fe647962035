import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readNotice } from '#src/modules/notices/index.ts'

export type Sample = { readonly name: string; readonly text: string; readonly noticeId: string }

/** The notices of a folder that have a notice id of their own, so that they can be repeated under new ones. */
export function readSamples(folder: string): readonly Sample[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, name))
      const read = readNotice(bytes)
      const noticeId = read.ok ? read.value.noticeId : null
      return noticeId ? [{ name, text: bytes.toString(), noticeId }] : []
    })
}

/** `count` notices: the samples over and over, each time under ids that have not been seen. */
export function* repeated(
  samples: readonly Sample[],
  count: number,
): Generator<{ name: string; bytes: Uint8Array }> {
  const encoder = new TextEncoder()
  for (let at = 0; at < count; at++) {
    const sample = samples[at % samples.length]
    if (!sample) throw new Error('There is no notice to repeat in that folder')
    const id = `${at.toString(16).padStart(8, '0')}-0000-4000-8000-00000000be9c`
    yield { name: `${at}-${sample.name}`, bytes: encoder.encode(sample.text.replaceAll(sample.noticeId, id)) }
  }
}

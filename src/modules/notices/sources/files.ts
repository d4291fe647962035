import { createReadStream, type Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { MAX_BYTES } from '#src/modules/notices/eforms/decode-bytes.ts'
import { noticesIn } from './contents.ts'
import type { SourceItem } from './source-item.ts'
import { isOfSystem } from './unpacking.ts'

/**
 * The notices in the files that are named, and in those of the folders that are, in the order of their names;
 * archives and files of many notices are opened.
 *
 * In folders and archives what is neither XML nor JSON is said to be skipped; a file that is named itself is always
 * read. What cannot be opened is told, and the rest goes on.
 */
export async function* fileSource(paths: readonly string[]): AsyncGenerator<SourceItem> {
  const seen = new Set<string>()
  for (const path of paths) yield* walk(path, { isNamed: true, seen })
}

type Way = {
  readonly isNamed: boolean
  /** The real folders walked so far: each is walked once, so that links between them come to an end. */
  readonly seen: Set<string>
}

async function* walk(path: string, way: Way): AsyncGenerator<SourceItem> {
  const found = await attempt(() => stat(path))
  if (!found.ok) yield unreadable(path, found.code)
  else if (found.value.isDirectory()) yield* walkFolder(path, way)
  else yield* takeFile(path, found.value, way)
}

async function* walkFolder(path: string, { seen }: Way): AsyncGenerator<SourceItem> {
  const listed = await attempt(async () => ({ real: await realpath(path), names: await readdir(path) }))
  if (!listed.ok) {
    yield { name: path, problems: [{ code: 'folderUnreadable', params: { reason: listed.code } }] }
    return
  }
  const { real, names } = listed.value
  if (seen.has(real)) return
  seen.add(real)
  for (const name of names.sort()) {
    yield* walk(join(path, name), { isNamed: false, seen })
  }
}

async function* takeFile(path: string, stats: Stats, { isNamed }: Way): AsyncGenerator<SourceItem> {
  if (!stats.isFile()) {
    yield isNamed ? unreadable(path, 'ENOTFILE') : { name: path, skipped: true }
    return
  }
  if (stats.size > MAX_BYTES && /\.xml$/i.test(path)) {
    const megabytes = Math.ceil(stats.size / 1_048_576)
    yield { name: path, problems: [{ code: 'tooLarge', params: { megabytes, limit: 50 } }], size: stats.size }
    return
  }
  try {
    yield* noticesIn({ name: path, isNamed, open: () => createReadStream(path), origin: { path } })
  } catch (error) {
    if (!isOfSystem(error)) throw error
    yield unreadable(path, error.code)
  }
}

function unreadable(path: string, code: string): SourceItem {
  return {
    name: path,
    problems: [{ code: code === 'ENOENT' ? 'fileMissing' : 'fileUnreadable', params: { reason: code } }],
  }
}

type Attempt<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: string }

async function attempt<Value>(work: () => Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string')
      return { ok: false, code: error.code }
    throw error
  }
}

/** How many files a source over these paths will name, for a progress bar; nothing is opened. */
export async function countFiles(paths: readonly string[]): Promise<number> {
  const seen = new Set<string>()
  let count = 0
  const visit = async (path: string): Promise<void> => {
    const listed = await attempt(async () => ({ real: await realpath(path), names: await readdir(path) }))
    if (!listed.ok) count += 1
    else if (!seen.has(listed.value.real)) {
      seen.add(listed.value.real)
      for (const name of listed.value.names) await visit(join(path, name))
    }
  }
  for (const path of paths) await visit(path)
  return count
}

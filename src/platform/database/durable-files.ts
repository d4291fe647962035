import fs from 'node:fs'
import path from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** Tells the operating system to put an open file on the disk; a parameter so that a test can count. */
export type SyncFile = (descriptor: number) => void

type EngineOptions = Parameters<NodeFS['init']>[1]
type OpenFile = { readonly nfd?: number; readonly node: unknown }
type NodeFileSystem = {
  readonly realPath: (node: unknown) => string
  readonly stream_ops: { fsync?: (file: OpenFile) => number }
}

/**
 * The files of the embedded database, with an fsync that syncs.
 *
 * The engine's own bridge to Node's files has none, so that PostgreSQL believes its log to be on the disk when it is
 * in the operating system's memory, and a power cut takes committed work. The bridge is mended before the engine
 * starts, so that recovery after a crash syncs too.
 */
export class DurableFiles extends NodeFS {
  readonly #sync: SyncFile

  constructor(folder: string, sync: SyncFile) {
    super(folder)
    this.#sync = sync
  }

  override async init(engine: PGlite, options: EngineOptions) {
    const { emscriptenOpts } = await super.init(engine, options)
    const mend: NonNullable<EngineOptions['preRun']>[number] = (module) => {
      const files = module.NODEFS as unknown as NodeFileSystem
      files.stream_ops.fsync = (file) => {
        if (file.nfd === undefined) syncDirectory(files.realPath(file.node), this.#sync)
        else this.#sync(file.nfd)
        return 0
      }
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), mend] } }
  }
}

/** Puts a folder with everything in it on the disk: first the contents, then the names that lead to them. */
export function syncTree(folder: string, sync: SyncFile): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const inside = path.join(folder, entry.name)
    if (entry.isDirectory()) syncTree(inside, sync)
    else if (entry.isFile()) syncPath(inside, sync)
  }
  syncDirectory(folder, sync)
}

export function syncDirectory(folder: string, sync: SyncFile): void {
  // Windows keeps the names itself and refuses to open a folder.
  if (process.platform !== 'win32') syncPath(folder, sync)
}

function syncPath(name: string, sync: SyncFile): void {
  const descriptor = fs.openSync(name, 'r')
  try {
    sync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}

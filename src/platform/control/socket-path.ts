import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { StartRefusal } from '#src/platform/start-refusal.ts'

/** What fits in the kernel's address of a socket, on the system where it is shortest (macOS), with its end mark. */
const LONGEST = 103

/**
 * Where the server of a data folder listens for commands: in the folder; or, where that path is too long for a socket,
 * in a folder under the temporary one that nobody else can enter. Windows has names of its own for this.
 */
export function socketPath(dataFolder: string): string {
  const folder = fs.realpathSync(dataFolder)
  const name = `spydspiss-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  const inside = path.join(folder, 'control.sock')
  if (Buffer.byteLength(inside) <= LONGEST) return inside
  return path.join(privateFolder(name), 'control.sock')
}

/** Anybody can make a folder of that name first, so it is used only if it is ours alone. */
function privateFolder(name: string): string {
  const folder = path.join(os.tmpdir(), name)
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid, mode } = fs.lstatSync(folder)
  const isOurs = uid === process.getuid?.() && (mode & 0o077) === 0 && fs.lstatSync(folder).isDirectory()
  if (!isOurs)
    throw new StartRefusal(`${folder} belongs to somebody else: remove it, or choose a shorter DATA_DIR.`)
  return folder
}

import { diskShelf } from '#src/platform/files/disk-shelf.ts'
import { ShelfTrouble } from '#src/platform/files/shelf.ts'

/** A process that puts a file of so many bytes in a folder, and tells what came of it: for a disk that is full. */
const [folder = '', size = ''] = process.argv.slice(2)
const shelf = diskShelf(folder)
const sha256 = 'a'.repeat(64)
const put = await shelf.put({ sha256, bytes: new Uint8Array(Number(size)) }).then(
  () => 'kept',
  (error: unknown) => (error instanceof ShelfTrouble ? error.failure : String(error)),
)
process.stdout.write(JSON.stringify({ put, there: (await shelf.get(sha256)) !== null }))
process.exit()

import { hashOf, largeFiles, openShelves } from '#src/platform/files/index.ts'
import { systemNetwork } from '#src/platform/http/index.ts'
import { openEmbedded } from './embedded-database.ts'

/** A process that keeps a file of so many bytes in a folder, and tells what came of it: for a disk that is full. */
const [folder = '', size = ''] = process.argv.slice(2)
const { db, close } = await openEmbedded()
const settings = { FILE_STORE: 'disk', FILE_DIR: folder, DATA_DIR: folder, S3_REGION: '' } as const
const shelves = openShelves(settings, systemNetwork)
const files = largeFiles({ db, now: () => new Date(), shelves })
const bytes = new Uint8Array(Number(size)).fill(7)
const kept = await files.keep(bytes)
const read = await files.read(hashOf(bytes))
process.stdout.write(JSON.stringify({ kept: kept.ok || kept.failure, read: read.ok || read.failure }))
await close()

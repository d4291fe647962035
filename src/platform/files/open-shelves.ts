import { join } from 'node:path'
import type { Config } from '#src/platform/config.ts'
import type { Network } from '#src/platform/http/index.ts'
import { diskShelf } from './disk-shelf.ts'
import type { Shelves } from './large-files.ts'
import { type S3Settings, s3Client } from './s3-client.ts'
import { s3Shelf } from './s3-shelf.ts'
import type { Shelf } from './shelf.ts'

export type FileSettings = Pick<
  Config,
  | 'FILE_STORE'
  | 'FILE_DIR'
  | 'DATA_DIR'
  | 'S3_ENDPOINT'
  | 'S3_REGION'
  | 'S3_BUCKET'
  | 'S3_ACCESS_KEY_ID'
  | 'S3_SECRET_ACCESS_KEY'
>

/** The shelves that the settings name: the one for new files, and those where older ones may lie. */
export function openShelves(settings: FileSettings, network: Network): Shelves {
  const s3 = s3Settings(settings)
  const shelves: readonly Shelf[] = [
    diskShelf(settings.FILE_DIR ?? join(settings.DATA_DIR, 'files')),
    ...(s3 ? [s3Shelf(s3Client(s3, network))] : []),
  ]
  return {
    chosen: shelves.find(({ name }) => name === settings.FILE_STORE) ?? null,
    others: shelves.filter(({ name }) => name !== settings.FILE_STORE),
  }
}

function s3Settings(settings: FileSettings): S3Settings | null {
  const { S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = settings
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return null
  return {
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    bucket: S3_BUCKET,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  }
}

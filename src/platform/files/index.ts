/**
 * Bytes under the hash of their content, so that nothing is kept twice and what comes out is what went in. Originals of
 * notices are small, many, and lie in the database, in the transaction of the notice. Documents may be large, and lie
 * on the shelf that the settings choose: the database, a folder, or an S3-compatible server.
 */
export { hashOf, readFile, storeFile } from './files.ts'
export { largeFileRows } from './large-file-rows.ts'
export {
  bytesOf,
  type KeptFile,
  type LargeFiles,
  largeFiles,
  type ReadableFile,
  type ReadFailure,
} from './large-files.ts'
export { type FileSettings, openShelves } from './open-shelves.ts'
export { type ShelfFailure, ShelfTrouble } from './shelf.ts'
export { missingFiles, type TidyOptions, type TidyReport, tidyLargeFiles } from './tidy-large-files.ts'

/**
 * Originals (the bytes of notices, later documents) kept in the database under the hash of their content, so that
 * every web process and every backup sees the same truth, and nothing is kept twice.
 */
export { hashOf, readFile, storeFile } from './files.ts'

import { readFileSync } from 'node:fs'

const DIRECTORY = new URL('../../../data/vocabulary/', import.meta.url)

/** Reads a file we ship. Its form is checked by the tests rather than at every start. */
export function readData<File>(name: string): File {
  return JSON.parse(readFileSync(new URL(name, DIRECTORY), 'utf8'))
}

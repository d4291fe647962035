import { readFileSync } from 'node:fs'

const DIRECTORY = new URL('../../../data/', import.meta.url)

/** Reads a file we ship. Its form is checked by the tests rather than at every start. */
export function readData<File>(name: string, folder: 'vocabulary' | 'thesaurus' = 'vocabulary'): File {
  return JSON.parse(readFileSync(new URL(`${folder}/${name}`, DIRECTORY), 'utf8'))
}

import { readdirSync, readFileSync } from 'node:fs'
import type { TextData } from '#src/text/lexicon.ts'
import type { Concept, ConceptLabels } from '#src/text/thesaurus.ts'

const DATA = new URL('../../data/', import.meta.url)

/** The hand-made lexica that ship with the program. */
export function readTextData(): TextData {
  const files = readFolder<Partial<TextData>>('text')
  return Object.assign({}, ...files)
}

/** The thesaurus that ships with the program. */
export function readThesaurus(): readonly Concept[] {
  return readFolder<{ concepts: readonly ConceptEntry[] }>('thesaurus')
    .flatMap(({ concepts }) => concepts)
    .map(({ id, broader, nb, nn, en }) => ({ id, broader, labels: { nb, nn, en } }))
}

type ConceptEntry = { readonly id: string; readonly broader: readonly string[] } & Readonly<
  Record<'nb' | 'nn' | 'en', ConceptLabels>
>

function readFolder<File>(name: string): readonly File[] {
  const folder = new URL(`${name}/`, DATA)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file): File => JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
}

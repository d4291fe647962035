import { readFileSync } from 'node:fs'
import path from 'node:path'

export type EvalDocument = { readonly id: string; readonly title: string; readonly text: string }
export type EvalQuestion = { readonly text: string; readonly language: string; readonly answer: string }
export type Collection = {
  readonly documents: readonly EvalDocument[]
  /** Questions by the name of their kind. */
  readonly questions: ReadonlyMap<string, readonly EvalQuestion[]>
}

/** Reads a folder like NorQuAD's: a corpus, and questions with one right document each, in both forms of Norwegian. */
export function readCollection(folder: string): Collection {
  const documents = readLines<EvalDocument>(folder, 'norquad-corpus.jsonl')
  const lines = readLines<{ query: string; doc: string; query_nn_mt?: string }>(folder, 'queries.jsonl')
  const bokmal = lines.map(({ query, doc }) => ({ text: query, language: 'nb', answer: doc }))
  const nynorsk = lines.flatMap(({ query_nn_mt: text, doc }) =>
    text ? [{ text, language: 'nn', answer: doc }] : [],
  )
  return {
    documents,
    questions: new Map([
      ['bokmål', bokmal],
      ['nynorsk', nynorsk],
    ]),
  }
}

function readLines<Line>(folder: string, file: string): readonly Line[] {
  const text = readFileSync(path.join(folder, file), 'utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line): Line => JSON.parse(line))
}

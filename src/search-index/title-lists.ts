import { firstFrom } from './first-from.ts'
import {
  closeList,
  endList,
  finishLists,
  type PostingWriter,
  postingWriter,
  type WrittenDocuments,
  writePosting,
} from './posting-writer.ts'
import { IN_TITLE, type PostingLists } from './postings.ts'

/**
 * The lists of the usual terms once more, with nothing but the documents that have the term in their title. Who
 * completes titles would else read thousands of postings for one that counts; a short list is read as it is.
 */
export type TitleLists = {
  /** The terms that have one, ascending. */
  readonly terms: Uint32Array
  readonly lists: PostingLists
}

/** From so many postings on it is worth a list of its own. */
const LEAST_POSTINGS = 512

export type TitleWriter = {
  readonly writer: PostingWriter
  readonly terms: number[]
  /** Document and mark of those in the title of the term that is being written. */
  readonly pending: number[]
}

export function titleWriter(documents: WrittenDocuments): TitleWriter {
  return { writer: postingWriter(documents), terms: [], pending: [] }
}

/** Takes in a posting of the term that is being written. */
export function noteTitle({ pending }: TitleWriter, doc: number, mark: number): void {
  if ((mark & IN_TITLE) !== 0) pending.push(doc, mark)
}

/** Ends the term; `postings` is how many it has in all. */
export function endTitles({ writer, terms, pending }: TitleWriter, term: number, postings: number): void {
  if (postings >= LEAST_POSTINGS) {
    for (let at = 0; at < pending.length; at += 2) {
      writePosting(writer, pending[at] as number, pending[at + 1] as number)
    }
    // A list of nothing tells that no title holds the term.
    if (!endList(writer)) closeList(writer)
    terms.push(term)
  }
  pending.length = 0
}

export function finishTitles({ writer, terms }: TitleWriter): TitleLists {
  return { terms: new Uint32Array(terms), lists: finishLists(writer) }
}

/** Where the list of a term stands, or -1 when it has none of its own. */
export function titleList({ terms }: TitleLists, term: number): number {
  const at = firstFrom(terms, term)
  return terms[at] === term ? at : -1
}

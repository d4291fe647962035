import { columnOf } from './attribute-column.ts'
import { compareStrings, sortStrings } from './compare-strings.ts'
import { impactOf, occurrenceWeight } from './impact.ts'
import { numberColumnOf } from './number-column.ts'
import {
  endList,
  finishLists,
  type PostingWriter,
  postingWriter,
  writePositions,
  writePosting,
} from './posting-writer.ts'
import { IN_TITLE } from './postings.ts'
import { type DocumentAnalyser, type IndexDocument, type IndexSchema, textsOf } from './schema.ts'
import { audienceKeys, hiddenDocuments, PRIORS, type Segment } from './segment.ts'
import { tableOf } from './string-table.ts'
import { countSurface, type SurfaceCounts, toSurfaces } from './surfaces.ts'
import { endTitles, finishTitles, noteTitle, type TitleWriter, titleWriter } from './title-lists.ts'

/** So far apart stand two texts of a document that no phrase reaches from one into the other. */
export const TEXT_GAP = 8
const TERMS_A_STEP = 50

type Making = { readonly schema: IndexSchema; readonly analyse: DocumentAnalyser }

/** What has been read of the documents so far. */
type Gathered = {
  readonly terms: Map<string, GatheredTerm>
  /** By document and field: how many words. */
  readonly lengths: number[][]
}

type GatheredTerm = {
  /** Document, field, weight, and position or -1: four numbers for each occurrence. */
  readonly rows: number[]
  /** As public documents write it. */
  readonly surfaces: SurfaceCounts
}

/** Indexes documents, one a step; of two with the same id the later one. */
export function* buildSegment(documents: Iterable<IndexDocument>, making: Making): Generator<void, Segment> {
  const latest = new Map(Array.from(documents, (one) => [one.id, one]))
  const sorted = [...latest.values()].sort((one, other) => compareStrings(one.id, other.id))
  const gathered: Gathered = { terms: new Map(), lengths: [] }
  for (const [doc, document] of sorted.entries()) {
    gatherDocument(gathered, { doc, document }, making)
    yield
  }
  const audience = columnOf(sorted.map((one) => audienceKeys(one.audience)))
  const weights = gathered.lengths.map((words) =>
    making.schema.fields.map((field, place) => occurrenceWeight(field, words[place] ?? 0)),
  )
  const plainMarks = Uint8Array.from(weights, (some) => impactOf(some.at(-1) ?? 1))
  const written = { plainMarks, hidden: hiddenDocuments(audience) }
  const writer = postingWriter(written)
  const titles = titleWriter(written)
  const terms = sortStrings([...gathered.terms.keys()])
  const inOrder = terms.flatMap((term) => gathered.terms.get(term) ?? [])
  for (const [place, { rows }] of inOrder.entries()) {
    writeList({ writer, titles }, rows, weights)
    endTitles(titles, place, writer.counts[place] ?? 0)
    if (place % TERMS_A_STEP === 0) yield
  }
  return {
    size: sorted.length,
    ids: tableOf(sorted.map((one) => one.id)),
    terms: tableOf(terms),
    lists: finishLists(writer),
    titles: finishTitles(titles),
    surfaces: toSurfaces(inOrder.map(({ surfaces }) => surfaces)),
    plainMarks,
    priors: Uint16Array.from(sorted, (one) => Math.round(Math.min(1, Math.max(0, one.prior || 0)) * PRIORS)),
    audience,
    attributes: making.schema.attributes.map((name) =>
      columnOf(sorted.map((one) => one.attributes[name] ?? [])),
    ),
    numbers: making.schema.numbers.map((name) =>
      numberColumnOf(sorted.map((one) => known(one.numbers[name]))),
    ),
  }
}

function known(number: number | null | undefined): number | null {
  return number === undefined || number === null || Number.isNaN(number) ? null : number
}

function gatherDocument(
  gathered: Gathered,
  { doc, document }: { doc: number; document: IndexDocument },
  { schema, analyse }: Making,
): void {
  const lengths = schema.fields.map(() => 0)
  const isPublic = document.audience === 'public'
  let start = 0
  for (const [field, { name }] of schema.fields.entries()) {
    for (const text of textsOf(document, name)) {
      let last = -1
      for (const term of analyse(text, document.language)) {
        const isWord = term.kind === 'word'
        if (term.position > last && isWord) lengths[field] = (lengths[field] ?? 0) + 1
        last = Math.max(last, term.position)
        const { rows, surfaces } = gatheredTerm(gathered, term.term)
        rows.push(doc, field, term.weight, isWord ? start + term.position : -1)
        if (isPublic && isWord) countSurface(surfaces, text.slice(term.start, term.end), doc)
      }
      start += last + 1 + TEXT_GAP
    }
  }
  gathered.lengths.push(lengths)
}

function gatheredTerm({ terms }: Gathered, term: string): GatheredTerm {
  const known = terms.get(term)
  if (known) return known
  const fresh = { rows: [], surfaces: new Map() }
  terms.set(term, fresh)
  return fresh
}

type Writers = { readonly writer: PostingWriter; readonly titles: TitleWriter }

function writeList(
  { writer, titles }: Writers,
  rows: readonly number[],
  weights: readonly (readonly number[])[],
): void {
  for (let at = 0; at < rows.length; ) {
    const doc = rows[at] as number
    const frequencies = (weights[doc] as readonly number[]).map(() => 0)
    const positions: number[] = []
    for (; rows[at] === doc; at += 4) {
      const [field, weight, position] = [
        rows[at + 1] as number,
        rows[at + 2] as number,
        rows[at + 3] as number,
      ]
      frequencies[field] = (frequencies[field] ?? 0) + weight
      if (position >= 0) positions.push(position)
    }
    const mark = markOf(frequencies, weights[doc] as readonly number[])
    writePosting(writer, doc, mark)
    noteTitle(titles, doc, mark)
    writePositions(
      writer,
      positions.sort((one, other) => one - other),
    )
  }
  endList(writer)
}

/** What a document with these occurrences, field by field, is worth for the term. */
export function markOf(frequencies: readonly number[], weights: readonly number[]): number {
  const occurrences = frequencies.reduce((sum, count, field) => sum + count * (weights[field] ?? 0), 0)
  return impactOf(occurrences) | ((frequencies[0] ?? 0) > 0 ? IN_TITLE : 0)
}

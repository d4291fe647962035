import type { Database } from '#src/platform/database.ts'
import type { SearchDocument } from './contract.ts'
import { dictionaryOf, type StemOf, type Stems } from './stems.ts'
import type { SearchDocumentTable } from './tables.ts'
import { cleanText, foldText, type Word, wordsOf } from './word.ts'

/** A document as it lies in the index, with what it adds to the counts of words. */
export type IndexedDocument = {
  readonly row: SearchDocumentTable
  readonly words: readonly Word[]
  readonly lexemes: readonly string[]
}

type Weight = 'A' | 'B' | 'C'
type Field = { readonly weight: Weight; readonly words: readonly Word[] }

/** What of a document is searched in. */
export type DocumentTexts = Pick<SearchDocument, 'id' | 'title' | 'names' | 'summary' | 'body'>

/** A vector has a largest size, and from 16 383 on PostgreSQL no longer tells positions apart. */
const LONGEST_FIELD = 10_000

/** Brings documents into the form of the index; asks for all their stems at once. */
export async function toIndexed(
  db: Database,
  stems: Stems,
  documents: readonly SearchDocument[],
): Promise<IndexedDocument[]> {
  const indexed: IndexedDocument[] = []
  for (const [dictionary, members] of Map.groupBy(documents, (one) => dictionaryOf(one.language))) {
    const fields = members.map(fieldsOf)
    const stemOf = await stems(
      db,
      dictionary,
      fields.flatMap((some) => wordsIn(some).map((word) => word.folded)),
    )
    indexed.push(...members.map((document, place) => indexDocument(document, fields[place] ?? [], stemOf)))
  }
  return indexed
}

function indexDocument(document: SearchDocument, fields: readonly Field[], stemOf: StemOf): IndexedDocument {
  const positions = positionsOf(fields, stemOf)
  return {
    row: { ...toRow(document), vector: toVector(positions) },
    words: wordsOfDocument(document),
    lexemes: [...positions.keys()],
  }
}

/** The different words of a document, as they are counted. */
export function wordsOfDocument(texts: DocumentTexts): Word[] {
  return [...new Map(wordsIn(fieldsOf(texts)).map((word) => [word.surface, word])).values()]
}

function fieldsOf(texts: DocumentTexts): Field[] {
  return [
    toField('A', texts.title),
    toField('A', texts.id),
    ...texts.names.map((name) => toField('A', name)),
    toField('B', texts.summary),
    toField('C', texts.body),
  ]
}

function toField(weight: Weight, text: string): Field {
  return { weight, words: wordsOf(cleanText(text)).slice(0, LONGEST_FIELD) }
}

function wordsIn(fields: readonly Field[]): Word[] {
  return fields.flatMap((field) => field.words)
}

function positionsOf(fields: readonly Field[], stemOf: StemOf): Map<string, string[]> {
  const positions = new Map<string, string[]>()
  let position = 0
  for (const { weight, words } of fields) {
    for (const { folded } of words) {
      position += 1
      // A title may consist of stop words only; elsewhere they say nothing.
      const lexeme = stemOf(folded) ?? (weight === 'A' ? folded : null)
      if (lexeme === null) continue
      const places = positions.get(lexeme) ?? []
      if (places.length === 0) positions.set(lexeme, places)
      places.push(`${position}${weight}`)
    }
    // A gap, so that no phrase reaches from one field into the next.
    position += 1
  }
  return positions
}

function toVector(positions: ReadonlyMap<string, readonly string[]>): string {
  return [...positions].map(([lexeme, places]) => `'${lexeme}':${places.join(',')}`).join(' ')
}

function toRow(document: SearchDocument): Omit<SearchDocumentTable, 'vector'> {
  const cpv = document.facets.cpv ?? []
  const { valueNok, deadlineAt, publishedOn } = document
  return {
    id: document.id,
    type: document.type,
    language: document.language,
    title: cleanText(document.title),
    summary: cleanText(document.summary),
    body: cleanText(document.body),
    names: document.names.map(cleanText),
    exact_names: document.names.map(foldText),
    facet_values: facetValues(document),
    cpv_codes: distinct(cpv.filter((code) => code.length > 2)),
    prior: Math.min(1, Math.max(0, document.prior)) || 0,
    published_on: publishedOn !== null && isDate(publishedOn) ? publishedOn : null,
    deadline_at: deadlineAt && Number.isFinite(deadlineAt.getTime()) ? deadlineAt : null,
    value_nok: valueNok !== null && Number.isFinite(valueNok) ? valueNok : null,
    organisation: document.audience === 'public' ? null : document.audience.organisation,
    suggestible: document.suggestible ?? true,
  }
}

function facetValues(document: SearchDocument): string[] {
  const { cpv = [], ...others } = document.facets
  const divisions = cpv.map((code) => code.slice(0, 2))
  const all = Object.entries({ ...others, type: [document.type], cpv: divisions })
  return distinct(
    all.flatMap(([facet, values = []]) => values.map((value) => `${facet}:${cleanText(value)}`)),
  )
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(time || 0).toISOString().startsWith(text)
}

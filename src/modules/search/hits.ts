import type { SearchHit } from './contract.ts'
import { type DocumentText, readTexts } from './documents-repository.ts'
import type { SearchContext } from './search-context.ts'
import { type Marker, markText, snippetOf } from './snippet.ts'
import { dictionaryOf, type StemOf } from './stems.ts'
import type { Term } from './term.ts'
import { wordsOf } from './word.ts'

type Ranked = { readonly id: string; readonly score: number }

/** Gives the hits their texts, with what `terms` ask for marked. */
export async function toHits(
  context: SearchContext,
  ranked: readonly Ranked[],
  terms: readonly Term[],
): Promise<SearchHit[]> {
  const texts = await readTexts(
    context.db,
    ranked.map((one) => one.id),
  )
  const hits: SearchHit[] = []
  for (const { id, score } of ranked) {
    const text = texts.get(id)
    if (text) hits.push(toHit(text, score, await markerOf(context, text, terms)))
  }
  return hits
}

function toHit(
  { id, type, language, title, summary, body }: DocumentText,
  score: number,
  isMarked: Marker,
): SearchHit {
  const titleParts = markText(title, isMarked)
  const snippet = snippetOf([body, summary], summary.trim() === '' ? body : summary, isMarked)
  return { id, type, language, title, titleParts, snippet, score }
}

async function markerOf(context: SearchContext, text: DocumentText, terms: readonly Term[]): Promise<Marker> {
  const wanted = terms.filter((term) => !term.excluded && !term.empty)
  const lexemes = new Set(wanted.flatMap((term) => term.words.flat()))
  if (lexemes.size === 0) return () => false
  const beginnings = wanted.flatMap((term) =>
    term.prefixQuery === null ? [] : (term.typed.at(-1)?.folded ?? []),
  )
  const stemOf = await learnStems(context, text)
  return ({ folded }) =>
    lexemes.has(stemOf(folded) ?? '') || beginnings.some((beginning) => folded.startsWith(beginning))
}

function learnStems(
  { db, stems }: SearchContext,
  { title, summary, body, language }: DocumentText,
): Promise<StemOf> {
  const words = [title, summary, body].flatMap((text) => wordsOf(text).map((word) => word.folded))
  return stems(db, dictionaryOf(language), words)
}

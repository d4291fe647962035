import type { SearchHit, SimilarOptions } from './contract.ts'
import { PUBLIC_READER } from './contract.ts'
import { toHits } from './hits.ts'
import { rarityOf } from './plan.ts'
import type { SearchContext } from './search-context.ts'
import { findLike, type Likeness, readOrigin } from './similar-repository.ts'
import { dictionaryOf } from './stems.ts'
import { cleanText, wordsOf } from './word.ts'
import { readFrequencies } from './words-repository.ts'

const MOST_LEXEMES = 16

/** Documents that share rare words of the title and summary, themes, or CPV codes; none of those only mentioned. */
export async function findSimilar(
  context: SearchContext,
  id: string,
  { limit, types, reader = PUBLIC_READER }: SimilarOptions,
): Promise<readonly SearchHit[]> {
  const origin = await readOrigin(context.db, cleanText(id), reader)
  if (!origin) return []
  const lexemes = await tellingLexemes(context, origin)
  const like = await findLike(context.db, { origin, lexemes, reader, types: types ?? null, limit })
  return toHits(context, like, [])
}

/** The rarest of the stems that at least one other public document holds too. */
async function tellingLexemes(
  { db, stems }: SearchContext,
  origin: { readonly language: string; readonly title: string; readonly summary: string },
): Promise<Likeness[]> {
  const words = wordsOf(`${origin.title}\n${origin.summary}`).map((word) => word.folded)
  const stemOf = await stems(db, dictionaryOf(origin.language), words)
  const distinct = [...new Set(words.map(stemOf))].filter((lexeme) => lexeme !== null)
  const frequencies = await readFrequencies(db, distinct)
  return distinct
    .filter((lexeme) => frequencies.of(lexeme) > 1)
    .map((lexeme) => ({ lexeme, rarity: rarityOf([lexeme], frequencies) }))
    .sort((one, other) => other.rarity - one.rarity || (one.lexeme < other.lexeme ? -1 : 1))
    .slice(0, MOST_LEXEMES)
}

import { distance } from 'fastest-levenshtein'
import { replaceWords } from './question.ts'
import type { ReadQuestion, SearchContext } from './search-context.ts'
import type { Word } from './word.ts'
import { type KnownWord, wordsResembling } from './words-repository.ts'

const MOST_CORRECTIONS = 3
/** A word that occurs is taken for a mistake only when one like it is so much more usual. */
const MUCH_MORE_USUAL = 20

/**
 * «Mente du …»: the question with its unknown words written as public documents write them.
 *
 * Only an own word that `countHits` finds something for is given, so the suggestion never leads nowhere.
 */
export async function correctQuestion(
  context: SearchContext,
  read: ReadQuestion,
  countHits: (typed: string) => Promise<number>,
): Promise<string | null> {
  const replacements = new Map<Word, string>()
  for (const term of read.terms) {
    if (term.excluded || replacements.size === MOST_CORRECTIONS) continue
    for (const word of term.typed) {
      const better = await correctWord(context, word, documentsOf(word, read))
      if (better !== null) replacements.set(word, better)
    }
  }
  if (replacements.size === 0) return null
  const suggestion = replaceWords(read.question.text.trim(), replacements)
  return (await countHits(suggestion)) > 0 ? suggestion : null
}

function documentsOf({ folded }: Word, { stems, frequencies }: ReadQuestion): number {
  const forms = [folded, stems.norwegian(folded) ?? folded, stems.english(folded) ?? folded]
  return Math.max(...forms.map(frequencies.of))
}

async function correctWord({ db }: SearchContext, word: Word, documents: number): Promise<string | null> {
  const { folded } = word
  if (allowed(folded) === 0 || /\d/.test(folded)) return null
  const candidates = (await wordsResembling(db, folded))
    .map((known) => ({ ...known, away: mistakes(folded, known.folded) }))
    .filter(
      ({ away, documents: usual }) =>
        away > 0 && away <= allowed(folded) && usual > documents * MUCH_MORE_USUAL,
    )
  return candidates.sort(byLikelihood)[0]?.word ?? null
}

type Candidate = KnownWord & { readonly away: number }

function byLikelihood(one: Candidate, other: Candidate): number {
  return one.away - other.away || other.documents - one.documents || (one.word < other.word ? -1 : 1)
}

/** How many mistakes a word may have and still be recognised. */
function allowed(word: string): number {
  if (word.length < 4) return 0
  return word.length < 8 ? 1 : 2
}

/** The edit distance, where two letters that have changed places are one mistake. */
function mistakes(typed: string, known: string): number {
  const away = distance(typed, known)
  return away === 2 && isTransposed(typed, known) ? 1 : away
}

function isTransposed(typed: string, known: string): boolean {
  const place = [...typed].findIndex((_, at) => typed[at] !== known[at])
  const swapped =
    typed.slice(0, place) + (typed[place + 1] ?? '') + (typed[place] ?? '') + typed.slice(place + 2)
  return swapped === known
}

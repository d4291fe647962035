import { correctWord, frequencyOf, type SearchIndex } from '#src/search-index/index.ts'
import type { Analyser } from '#src/text/index.ts'

/** A part that is shorter tells nothing, and is too easily found in any word. */
const SHORTEST_PART = 4
/** What is longer is no word of anybody's. */
const LONGEST_WORD = 40
/** What may stand between two parts. */
const LINK = /[se]$/

type Guess = { readonly word: string; readonly distance: number; readonly kept: number }

/**
 * «trygghetsallarmknapp»: a word nobody writes, with a slip in one of the parts it is made of. Where one side of it
 * is a word we know, the other side is what was misspelt. Of several guesses it is the one with the fewest letters
 * changed, and then the one that keeps most of the word.
 */
export function correctCompound(index: SearchIndex, analyser: Analyser, surface: string): string | null {
  const word = surface.toLowerCase()
  if (word.length > LONGEST_WORD) return null
  const isKnown = (part: string) =>
    analyser.query(part, 'nb').some(({ kind, term }) => kind === 'word' && frequencyOf(index, term) > 0)
  const guesses: Guess[] = []
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
    const [first, last] = [word.slice(0, at), word.slice(at)]
    const knowsFirst = isKnown(first) || isKnown(first.replace(LINK, ''))
    if (knowsFirst === isKnown(last)) continue
    const better = knowsFirst ? correctWord(index, last) : correctFirst(index, first)
    if (!better) continue
    guesses.push({
      word: knowsFirst ? first + better.word : better.word + last,
      distance: better.distance,
      kept: knowsFirst ? at : word.length - at,
    })
  }
  guesses.sort((one, other) => one.distance - other.distance || other.kept - one.kept)
  return guesses[0]?.word ?? null
}

/** With what links it to the next part, or as it stands. */
function correctFirst(index: SearchIndex, first: string) {
  const whole = correctWord(index, first)
  const link = LINK.exec(first)?.[0]
  const bare = link === undefined ? null : correctWord(index, first.slice(0, -1))
  return bare && bare.distance <= (whole?.distance ?? Infinity) ? { ...bare, word: bare.word + link } : whole
}

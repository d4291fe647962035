import { LANGUAGES, type Language } from '#src/platform/language.ts'
import { fold } from '#src/text/fold.ts'
import { theme } from './theme.ts'
import { type Concept, concepts } from './thesaurus.ts'

/** A concept, and what it is called that made it answer. */
export type FoundConcept = {
  readonly concept: Concept
  readonly label: string
  readonly language: Language
}

type Options = {
  /** The languages whose words are looked at, the reader's own first; all of them unless told. */
  readonly languages?: readonly Language[]
  /** Whether what is typed may also stand inside a word, as «alarm» does in «trygghetsalarm». */
  readonly insideWords?: boolean
}

type Label = FoundConcept & {
  readonly folded: string
  readonly words: readonly string[]
  readonly isPreferred: boolean
}

const SHORTEST_INSIDE = 3
/** No label is as long. */
const LONGEST = 1000
const LABELS: readonly Label[] = concepts().flatMap((concept) =>
  LANGUAGES.flatMap((language) => {
    const { preferred, alternatives } = concept.labels[language]
    return [preferred, ...alternatives].map((label, place) => ({
      ...{ concept, label, language, isPreferred: place === 0 },
      folded: fold(label),
      words: wordsOf(label),
    }))
  }),
)

/** Concepts by what they are called, the likeliest first: the whole name, its beginning, words in it. */
export function findConcepts(
  typed: string,
  { languages = LANGUAGES, insideWords = false }: Options = {},
): readonly FoundConcept[] {
  const folded = fold(typed.trim().replace(/\s+/g, ' '))
  const words = wordsOf(typed)
  if (words.length === 0) return []
  const answering = LABELS.flatMap((label): readonly Answer[] => {
    const order = languages.indexOf(label.language)
    const how = order < 0 ? null : howItAnswers(label, { folded, words, insideWords })
    return how === null ? [] : [{ label, how: how * 2 + (label.isPreferred ? 0 : 1), order }]
  })
  return [...Map.groupBy(answering, ({ label }) => label.concept.id).values()]
    .map((all) => all.toSorted(byHow))
    .sort(([one], [other]) => (one && other ? byHow(one, other) : 0))
    .flatMap((all) => {
      // Told by a word of the reader's own language where one answers at all.
      const [told] = all.toSorted((one, other) => one.order - other.order || byHow(one, other))
      return told
        ? [{ concept: told.label.concept, label: told.label.label, language: told.label.language }]
        : []
    })
}

/** A label that answers: how well, and how far down in the reader's languages. */
type Answer = { readonly label: Label; readonly how: number; readonly order: number }

function byHow(one: Answer, other: Answer): number {
  return one.how - other.how || one.order - other.order || width(one.label) - width(other.label)
}

type Asked = {
  readonly folded: string
  readonly words: readonly string[]
  readonly insideWords: boolean
}

/** Themes before what is narrower, short names before long ones. */
function width({ concept, folded }: Label): number {
  return (theme(concept.id) ? 0 : LONGEST) + folded.length
}

/** How well a label answers, 0 best; null: not at all. */
function howItAnswers(label: Label, { folded, words, insideWords }: Asked): number | null {
  if (label.folded === folded) return 0
  if (label.folded.startsWith(folded)) return 1
  if (words.every((word) => label.words.some((one) => one.startsWith(word)))) return 2
  if (!insideWords) return null
  const isInside = (word: string) => word.length >= SHORTEST_INSIDE && label.folded.includes(word)
  return words.every(isInside) ? 3 : null
}

function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

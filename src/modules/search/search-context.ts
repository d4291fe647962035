import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { parseQuestion, type Question } from './question.ts'
import type { Stems } from './stems.ts'
import { type QuestionStems, type Term, toTerms } from './term.ts'
import { type Frequencies, readFrequencies } from './words-repository.ts'

/** What every question to the index needs. */
export type SearchContext = { readonly db: Database; readonly stems: Stems; readonly now: Clock }

/** A question with what the index knows about its words. */
export type ReadQuestion = {
  readonly question: Question
  readonly terms: readonly Term[]
  readonly stems: QuestionStems
  readonly frequencies: Frequencies
}

/** A document may be in any language, so the words are stemmed in all of them. */
export async function readQuestion({ db, stems }: SearchContext, typed: string): Promise<ReadQuestion> {
  const question = parseQuestion(typed)
  const words = question.parts.flatMap((part) => part.words.map((word) => word.folded))
  const bothStems = {
    norwegian: await stems(db, 'norwegian', words),
    english: await stems(db, 'english', words),
  }
  const terms = toTerms(question, bothStems)
  const lexemes = terms.flatMap((term) => term.words.flat())
  return { question, terms, stems: bothStems, frequencies: await readFrequencies(db, lexemes) }
}

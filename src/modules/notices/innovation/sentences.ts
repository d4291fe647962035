import { fold } from '#src/text/fold.ts'
import { tokenise } from '#src/text/tokenise.ts'

export type SentenceWord = {
  readonly folded: string
  /** Whether a new clause begins here: after a comma or a dash, or with «men», «før» and their like. */
  readonly startsClause: boolean
}

export type Sentence = { readonly text: string; readonly words: readonly SentenceWord[] }

const LONGEST = 120
const CLAUSE_WORDS = new Set(['men', 'before', 'but', 'før', 'until', 'however'])
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{L}|ca|kl|jf|jfr|nr|pkt|mill|mrd|inkl|ekskl|evt|dvs|osv|mv|maks|min|tlf|st|mfl|f\.eks|bl\.a|m\.m|m\.v|o\.l|etc|e\.g|i\.e|approx|incl|no)\.$/iu

/** The sentences of a text, in order. Dates and usual abbreviations do not end one; an empty line and a bullet do. */
export function sentencesOf(text: string): readonly Sentence[] {
  return paragraphsOf(text).flatMap(splitParagraph).flatMap(toSentences)
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n(?=\s*(?:$|[-–•*·]|\d+[.)]\s|\p{Lu}))/mu)
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => one !== '')
}

function splitParagraph(paragraph: string): string[] {
  const sentences: string[] = []
  let from = 0
  for (const end of paragraph.matchAll(/[.!?…]+["»”)]*\s+(?=["«“(–-]*[\p{Lu}\d])/gu)) {
    const to = end.index + end[0].length
    const before = paragraph.slice(from, to).trimEnd()
    const isDate = /\d\.$/.test(before) && /^\p{Ll}|^\d/u.test(paragraph.slice(to))
    if (isDate || ABBREVIATION.test(before)) continue
    sentences.push(before)
    from = to
  }
  return [...sentences, paragraph.slice(from).trim()].filter((one) => one !== '')
}

/** A «sentence» of a page is a table or a list without full stops; it is read in pieces. */
function toSentences(text: string): Sentence[] {
  const tokens = tokenise(text)
  const pieces: Sentence[] = []
  for (let at = 0; at < tokens.length; at += LONGEST) {
    const piece = tokens.slice(at, at + LONGEST)
    const start = at === 0 ? 0 : (piece[0]?.start ?? 0)
    const end = at + LONGEST >= tokens.length ? text.length : (piece.at(-1)?.end ?? text.length)
    const words = piece.map(({ surface, start: begins }, index) => {
      const folded = fold(surface)
        .replaceAll(/[\u2010\u2011]/g, '-')
        .replaceAll('’', "'")
      const between = text.slice(piece[index - 1]?.end ?? begins, begins)
      return { folded, startsClause: CLAUSE_WORDS.has(folded) || /[,;:()–—]|\s-\s/.test(between) }
    })
    pieces.push({ text: text.slice(start, end), words })
  }
  return pieces
}

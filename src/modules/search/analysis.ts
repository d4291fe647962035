import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fold } from '#src/text/fold.ts'
import {
  type Analyser,
  type Concept,
  createAnalyser,
  createLexicon,
  createNeedReader,
  createThesaurusExpansion,
  type NeedReader,
  type TextData,
} from '#src/text/index.ts'

/** How texts and questions are read: by our lexica, and the thesaurus the program gives. */
export type Analysis = {
  readonly analyser: Analyser
  /** Whether a word says little by itself, in Norwegian or English. */
  readonly isFunctionWord: (word: string) => boolean
  /** Whether a term of a Norwegian text is an everyday word, which says little of what is needed. */
  readonly isEverydayTerm: (term: string) => boolean
  /** What a described need seems to be about. */
  readonly readNeed: NeedReader
  /** Another one when texts would be read otherwise: an index made with another is worth nothing. */
  readonly fingerprint: string
  /** What it is made of; another thread makes its own of the same. */
  readonly thesaurus: readonly Concept[]
}

/** Raised when the rules of `src/text` change, which the lexica do not show. */
const RULES = 2
const FOLDER = new URL('../../../data/text/', import.meta.url)
const made = new WeakMap<readonly Concept[], Analysis>()

/** Made once for a thesaurus: what has been analysed is remembered in it. */
export function createAnalysis(thesaurus: readonly Concept[]): Analysis {
  const known = made.get(thesaurus)
  if (known) return known
  const data = readTextData()
  const lexicon = createLexicon(data)
  const expansion = thesaurus.length > 0 ? { thesaurus: createThesaurusExpansion(thesaurus) } : {}
  const analyser = createAnalyser({
    lexicon,
    pairs: data.pairs,
    englishWords: data.englishWords,
    ...expansion,
  })
  const hash = createHash('sha256').update(JSON.stringify([data, thesaurus]))
  const analysis: Analysis = {
    analyser,
    readNeed: later(() => createNeedReader(thesaurus, data.needs, analyser.document)),
    isFunctionWord: (word) => {
      const folded = fold(word)
      return lexicon.functionWords.has(folded) || lexicon.englishFunctionWords.has(folded)
    },
    isEverydayTerm: later(() => {
      const everyday = [...lexicon.everydayWords.norwegian].join(' ')
      const terms = new Set(analyser.document(everyday, 'nb').map(({ term }) => term))
      return (term: string) => terms.has(term)
    }),
    fingerprint: `${RULES}-${hash.digest('hex').slice(0, 16)}`,
    thesaurus,
  }
  made.set(thesaurus, analysis)
  return analysis
}

/** Made when it is first asked for: the thread that indexes never does. */
function later<Asked, Answer>(make: () => (asked: Asked) => Answer): (asked: Asked) => Answer {
  let made: ((asked: Asked) => Answer) | null = null
  return (asked) => {
    made ??= make()
    return made(asked)
  }
}

function readTextData(): TextData {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
  const parts = files.map(
    (name): Partial<TextData> => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')),
  )
  return Object.assign({}, ...parts)
}

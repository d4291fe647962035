import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'

/** How words of a language are brought to their stem: by a dictionary of PostgreSQL, or not at all. */
export type Dictionary = 'norwegian' | 'english' | 'simple'

export function dictionaryOf(language: string): Dictionary {
  if (language === 'nb' || language === 'nn' || language === 'no') return 'norwegian'
  return language === 'en' ? 'english' : 'simple'
}

/** The stem of a word that was asked for; null for a stop word. */
export type StemOf = (word: string) => string | null

/** Asks for the stems of these words, where they are not known yet. */
export type Stems = (db: Database, dictionary: Dictionary, words: Iterable<string>) => Promise<StemOf>

const REMEMBERED = 300_000

/**
 * The stems PostgreSQL gives, remembered.
 *
 * The words are found by us and only stemmed there: its own parser cuts and lowers letters by the locale of the
 * database, so «Ærlig» would be found on one engine and not on the other.
 */
export function createStems(): Stems {
  const known = { norwegian: new Map<string, string | null>(), english: new Map<string, string | null>() }
  return async (db, dictionary, words) => {
    if (dictionary === 'simple') return (word) => word
    if (known[dictionary].size > REMEMBERED) known[dictionary] = new Map()
    const stems = known[dictionary]
    const unknown = [...new Set(words)].filter((word) => !stems.has(word))
    for (const [word, stem] of await askStems(db, dictionary, unknown)) stems.set(word, stem)
    return (word) => {
      const stem = stems.get(word)
      if (stem === undefined) throw new Error(`The stem of «${word}» has not been asked for`)
      return stem
    }
  }
}

async function askStems(
  db: Database,
  dictionary: 'norwegian' | 'english',
  words: readonly string[],
): Promise<readonly (readonly [string, string | null])[]> {
  if (words.length === 0) return []
  const { rows } = await sql<{ word: string; stem: string | null }>`
    select word, (ts_lexize(${`${dictionary}_stem`}::regdictionary, word))[1] as stem
    from unnest(${words}::text[]) as word
  `.execute(db)
  return rows.map((row) => [row.word, row.stem] as const)
}

import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import type { WordTally } from './word-tally.ts'

const AT_ONCE = 20_000

/** Adds the changes to what is counted. Adding, so that two processes can write their shares in any order. */
export async function addTally(tx: Database, tally: WordTally): Promise<void> {
  const words = [...tally.words].filter(([, { documents }]) => documents !== 0).sort(byKey)
  for (const some of chunks(words)) await addWords(tx, some)
  const lexemes = [...tally.lexemes].filter(([, documents]) => documents !== 0).sort(byKey)
  for (const some of chunks(lexemes)) await addLexemes(tx, some)
  await sql`update search_state set public_documents = public_documents + ${tally.documents}::int`.execute(tx)
}

async function addWords(
  tx: Database,
  words: readonly (readonly [string, { readonly folded: string; readonly documents: number }])[],
): Promise<void> {
  const keys = words.map(([word]) => word)
  await sql`
    insert into search_word (word, folded, documents)
    select * from unnest(${keys}::text[], ${words.map(([, { folded }]) => folded)}::text[],
      ${words.map(([, { documents }]) => documents)}::int[])
    on conflict (word) do update set documents = search_word.documents + excluded.documents
  `.execute(tx)
  await sql`delete from search_word where documents = 0 and word = any(${keys}::text[])`.execute(tx)
}

async function addLexemes(tx: Database, lexemes: readonly (readonly [string, number])[]): Promise<void> {
  const keys = lexemes.map(([lexeme]) => lexeme)
  await sql`
    insert into search_lexeme (lexeme, documents)
    select * from unnest(${keys}::text[], ${lexemes.map(([, documents]) => documents)}::int[])
    on conflict (lexeme) do update set documents = search_lexeme.documents + excluded.documents
  `.execute(tx)
  await sql`delete from search_lexeme where documents = 0 and lexeme = any(${keys}::text[])`.execute(tx)
}

function byKey(one: readonly [string, unknown], other: readonly [string, unknown]): number {
  return one[0] < other[0] ? -1 : 1
}

function chunks<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, place) =>
    items.slice(place * AT_ONCE, (place + 1) * AT_ONCE),
  )
}

/** How many public documents there are, and how many hold each of the lexemes. */
export type Frequencies = { readonly documents: number; readonly of: (lexeme: string) => number }

export async function readFrequencies(db: Database, lexemes: Iterable<string>): Promise<Frequencies> {
  const { rows } = await sql<{ lexeme: string | null; documents: number }>`
    select null as lexeme, public_documents as documents from search_state
    union all
    select lexeme, documents from search_lexeme where lexeme = any(${[...new Set(lexemes)]}::text[])
  `.execute(db)
  const counts = new Map(rows.map((row) => [row.lexeme, Math.max(0, row.documents)]))
  return { documents: counts.get(null) ?? 0, of: (lexeme) => counts.get(lexeme) ?? 0 }
}

/** In how many public documents a stem that begins so occurs, at most. */
export async function countPrefix(db: Database, prefix: string): Promise<number> {
  const { rows } = await sql<{ documents: number }>`
    select coalesce(sum(documents), 0)::int as documents from search_lexeme
    where lexeme >= ${prefix} and lexeme < ${after(prefix)}
  `.execute(db)
  return rows[0]?.documents ?? 0
}

export type KnownWord = { readonly word: string; readonly folded: string; readonly documents: number }

/** Words that begin so, the most used first. */
export async function wordsBeginning(
  db: Database,
  prefix: string,
  limit: number,
): Promise<readonly KnownWord[]> {
  const { rows } = await sql<KnownWord>`
    select word, folded, documents from search_word
    where folded >= ${prefix} and folded < ${after(prefix)} and documents > 0
    order by documents desc, word limit ${limit}
  `.execute(db)
  return rows
}

/** Words that may be what was meant: of about the same length, and alike at one end at least. */
export async function wordsResembling(db: Database, folded: string): Promise<readonly KnownWord[]> {
  const { rows } = await sql<KnownWord>`
    select word, folded, documents from search_word
    where length(folded) between ${folded.length - 2} and ${folded.length + 2}
      and (left(folded, 2) = ${folded.slice(0, 2)} or right(folded, 3) = ${folded.slice(-3)})
      and documents > 0
  `.execute(db)
  return rows
}

/** The first text that comes after all that begin with `prefix`, bytewise. */
function after(prefix: string): string {
  return `${prefix}\u{10ffff}`
}

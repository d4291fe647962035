import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import type { Table } from './describe-tables.ts'

/** Letters of a value of bytes that are put in at once; two of them are a byte. */
const MUCH_HEX = 2 * 1024 * 1024
/** What stands before the bytes, as JSON writes `\x`. */
const BEFORE_BYTES = 3

/**
 * Puts in a row whose line comes in pieces: its bytes go to a table of their own a little at a time, and from there into
 * the row, so that nobody ever holds all of them as text.
 */
export async function insertLongRow(
  tx: Database,
  table: Table,
  pieces: AsyncIterable<string>,
): Promise<void> {
  await sql`
    create temporary table if not exists restored_piece (at integer, place integer, bytes bytea) on commit drop
  `.execute(tx)
  const values = new Map<number, string>()
  let place = 0
  for await (const found of elementsOf(pieces, (at) => table.columns[at]?.type === 'bytea')) {
    const { at } = found
    if ('text' in found) values.set(at, found.text)
    else {
      await sql`
        insert into restored_piece values (${at}, ${place}, decode(${found.hex}::text, 'hex'))
      `.execute(tx)
      place += 1
    }
  }
  const columns = sql.join(table.columns.map(({ name }) => sql.ref(name)))
  const given = sql.join(
    table.columns.map(({ type }, at) =>
      type === 'bytea'
        ? sql`(select string_agg(bytes, ''::bytea order by place) from restored_piece where at = ${sql.lit(at)})`
        : sql`${values.get(at) ?? null}::text::${sql.raw(type)}`,
    ),
  )
  await sql`insert into ${sql.table(table.name)} (${columns}) overriding system value select ${given}`.execute(
    tx,
  )
  await sql`truncate restored_piece`.execute(tx)
}

type Element = { readonly at: number } & ({ readonly text: string } | { readonly hex: string })

/** The elements of a JSON list of texts and nulls: texts whole, bytes a piece at a time, and nulls left out. */
export async function* elementsOf(
  pieces: AsyncIterable<string>,
  isBytes: (at: number) => boolean,
): AsyncGenerator<Element> {
  let [at, inside, before] = [0, false, 0]
  let held = ''
  for await (const piece of pieces) {
    for (let from = 0; from < piece.length; ) {
      if (!inside) {
        const sign = piece[from]
        if (sign === ',') at += 1
        inside = sign === '"'
        if (inside) before = BEFORE_BYTES
        from += 1
        continue
      }
      const end = endOfText(piece, from, held)
      held += piece.slice(from, end)
      from = end
      inside = end === piece.length
      if (!isBytes(at)) {
        if (!inside) yield { at, text: JSON.parse(`"${held}"`) as string }
      } else if (!inside || held.length > MUCH_HEX) {
        const whole = inside ? held.length - ((held.length - before) % 2) : held.length
        yield { at, hex: held.slice(before, whole) }
        held = held.slice(whole)
        before = 0
      }
      if (inside) continue
      held = ''
      from += 1
    }
  }
}

/** Where the text ends in this piece: at a quotation mark with no backslash of its own before it. */
function endOfText(piece: string, from: number, held: string): number {
  for (let end = piece.indexOf('"', from); end >= 0; end = piece.indexOf('"', end + 1)) {
    if (slashesBefore(piece, { from, end, held }) % 2 === 0) return end
  }
  return piece.length
}

type Ending = { readonly from: number; readonly end: number; readonly held: string }

function slashesBefore(piece: string, { from, end, held }: Ending): number {
  let count = 0
  while (end - count > from && piece[end - count - 1] === '\\') count += 1
  if (end - count > from) return count
  let more = 0
  while (held[held.length - more - 1] === '\\') more += 1
  return count + more
}

import { Readable } from 'node:stream'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { readFile } from '#src/platform/files/index.ts'
import { fillWithLargeRows, moveAll } from '#src/testing/backup-example.ts'
import { openEmbedded, openEmptyEmbedded } from '#src/testing/embedded-database.ts'
import { elementsOf } from './insert-long-row.ts'
import { readRows } from './read-rows.ts'
import { splitLines } from './split-lines.ts'

test('files of many megabytes are moved in pieces, and are what they were', async () => {
  const [from, to] = [await openEmbedded(), await openEmptyEmbedded()]
  try {
    await fillWithLargeRows(from.db)
    const { restored, before, after } = await moveAll(from.db, to.db)
    expect(restored.ok).toBe(true)
    expect(after).toEqual(before)
    const files = await to.db.selectFrom('file').select(['sha256', 'size']).execute()
    expect(files.map(({ size }) => size).toSorted((a, b) => a - b)).toEqual([1_500_000, 2_500_001])
    for (const { sha256, size } of files) expect((await readFile(to.db, sha256))?.byteLength).toBe(size)
  } finally {
    await from.close()
    await to.close()
  }
}, 120_000)

test('a large row is never given whole, and its pieces are the line that a small one would be', async () => {
  const { db, close } = await openEmbedded()
  try {
    await fillWithLargeRows(db)
    await db.transaction().execute(async (tx) => {
      const columns = [
        { name: 'sha256', type: 'text' },
        { name: 'zstd', type: 'bytea' },
      ]
      const lines: string[] = []
      for await (const rows of readRows(tx, { name: 'file', columns })) {
        for (const row of rows) {
          if (typeof row === 'string') throw new Error('A large row was given whole')
          const pieces: string[] = []
          for await (const piece of row.pieces) pieces.push(piece)
          expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(2 * 1024 * 1024)
          lines.push(pieces.join(''))
        }
      }
      const whole = await sql<{ line: string }>`
        select to_json(array[sha256::text, zstd::text])::text as line from file`.execute(tx)
      expect(lines.toSorted()).toEqual(whole.rows.map(({ line }) => line).toSorted())
    })
  } finally {
    await close()
  }
})

const someText = fc.string({
  unit: fc.constantFrom('a', 'ø', '"', '\\', '\n', '🐙', ',', ']'),
  maxLength: 30,
})
const someHex = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('hex'))

/** The text cut where the numbers say. */
function cut(text: string, sizes: readonly number[]): string[] {
  const pieces: string[] = []
  let rest = text
  for (const size of sizes) {
    pieces.push(rest.slice(0, size))
    rest = rest.slice(size)
  }
  return [...pieces, rest].filter((piece) => piece !== '')
}

test('the elements of a line are the same however it is cut', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          someText,
          someHex.map((hex) => ({ hex })),
          fc.constant(null),
        ),
        { minLength: 1, maxLength: 6 },
      ),
      fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 40 }),
      async (row, sizes) => {
        const line = JSON.stringify(
          row.map((one) => (one === null || typeof one === 'string' ? one : `\\x${one.hex}`)),
        )
        const isBytes = (at: number) => row[at] !== null && typeof row[at] === 'object'
        const found = new Map<number, string>()
        for await (const element of elementsOf(Readable.from(cut(line, sizes)), isBytes)) {
          const { at } = element
          found.set(at, (found.get(at) ?? '') + ('text' in element ? element.text : element.hex))
        }
        const expected = row.map((one) =>
          one === null ? undefined : typeof one === 'string' ? one : one.hex,
        )
        expect(row.map((_, at) => found.get(at))).toEqual(expected)
      },
    ),
    { numRuns: 500, seed: 4601 },
  ))

test('lines are the same however the text arrives, and those that are long come in pieces', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: fc.constantFrom('a', 'ø', '🐙', '\u2028'), maxLength: 40 }), {
        maxLength: 12,
      }),
      fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 60 }),
      async (lines, sizes) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
        const chunks: Buffer[] = []
        let at = 0
        for (const size of [...sizes, bytes.length]) {
          if (at < bytes.length) chunks.push(bytes.subarray(at, at + size))
          at += size
        }
        const found: string[] = []
        for await (const line of splitLines(Readable.from(chunks), 16)) {
          if (typeof line === 'string') found.push(line)
          else {
            const pieces: string[] = []
            for await (const piece of line.pieces) pieces.push(piece)
            found.push(pieces.join(''))
          }
        }
        expect(found).toEqual(lines)
      },
    ),
    { numRuns: 500, seed: 4601 },
  ))

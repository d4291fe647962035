import { expect, test } from 'vitest'
import { findNotice, importNotices } from '#src/modules/notices/index.ts'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Program } from '#src/program.ts'
import { withDatabase } from '#src/testing/database.ts'
import { noticeXml } from '#src/testing/notice-xml.ts'
import { unmatched } from './unmatched.ts'

const now = () => new Date('2026-11-01T12:00:00Z')
const idOf = (at: number) => `0b9d7d10-5d0f-4d0c-9a35-${String(at).padStart(12, '0')}`
const BUYERS = ['Bergn komune', 'Bergn komune', 'Våler kommune', 'Ukjent stiftelse']

/** The command as a person types it, over one notice by each of the buyers. */
function typed(
  work: (
    type: (...args: string[]) => ReturnType<typeof run>,
    buyerOf: (at: number) => Promise<string | null>,
  ) => Promise<void>,
) {
  return withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    async function* notices() {
      for (const [at, name] of BUYERS.entries())
        yield {
          name: `${at}.xml`,
          bytes: new TextEncoder().encode(noticeXml({ id: idOf(at), buyer: { name } })),
        }
    }
    await importNotices({ db, now }, notices())
    const search = { refresh: async () => 0 }
    const program = { db, now, search, checkpoint: async () => {} } as unknown as Program
    const buyerOf = async (at: number) =>
      (await findNotice(db, idOf(at)))?.buyers[0]?.organisation?.name ?? null
    await work((...args) => run(program, args), buyerOf)
  })
}

async function run(program: Program, args: readonly string[]) {
  const said = { lines: [] as string[], complaints: [] as string[] }
  const output = {
    line: (text: string) => void said.lines.push(text),
    complain: (text: string) => void said.complaints.push(text),
    progress: () => {},
  }
  const code = await unmatched.run({ program, args, cwd: '/', output, signal: new AbortController().signal })
  return { code, out: said.lines.join('\n'), error: said.complaints.join('\n') }
}

test('the list tells names, why, where, and who it may be', () =>
  typed(async (type) => {
    const { code, out } = await type('list')
    expect(code).toBe(0)
    expect(out).toMatch(
      /^ {4}2 {2}Bergn komune\n {7}no number; last in .*-01\n {7}perhaps Bergen kommune \(4601\) \d\d %/,
    )
    expect(out).toContain('3 names could not be recognised.')
    const json = JSON.parse((await type('list', '--json', '--limit', '1')).out)
    expect([json.total, json.parties.length]).toEqual([3, 1])
    expect((await type('list', '--winners')).out).toBe('Everybody was recognised.')
  }))

test.each(['4601', '964338531', 'NO 964 338 531 MVA', 'Bergen kommune'])('«--is %s» says who it is', (who) =>
  typed(async (type, buyerOf) => {
    expect(await type('confirm', 'Bergn komune', '--is', who)).toMatchObject({
      code: 0,
      out: '«Bergn komune» is Bergen kommune, in 2 notices and all that come.',
    })
    expect(await buyerOf(1)).toBe('Bergen kommune')
    expect((await type('forget', 'Bergn komune')).out).toBe('Taken back, and 2 notices read anew.')
    expect(await buyerOf(1)).toBeNull()
  }),
)

test('a name that several have is said of one notice at a time', () =>
  typed(async (type, buyerOf) => {
    const refused = await type('confirm', 'Våler kommune', '--is', '3419')
    expect([refused.code, refused.error]).toEqual([1, expect.stringContaining('--notice')])
    expect((await type('confirm', 'Våler kommune', '--is', '3419', '--notice', idOf(2))).code).toBe(0)
    expect(await buyerOf(2)).toBe('Våler kommune')
  }))

test('it can be nobody we know', () =>
  typed(async (type) => {
    expect((await type('confirm', 'Ukjent stiftelse', '--nobody')).code).toBe(0)
    expect((await type('list')).out).not.toContain('Ukjent stiftelse')
  }))

test('what makes no sense is told with what to do', () =>
  typed(async (type) => {
    const wrong = [
      [],
      ['list', 'too much'],
      ['list', '--limit', 'x'],
      ['confirm', 'Bergn komune'],
      ['confirm', 'Bergn komune', '--is', '4601', '--nobody'],
      ['confirm', 'Bergn komune', '--is', 'Atlantis'],
      ['confirm', 'a', 'b', '--nobody'],
      ['delete', 'Bergn komune'],
    ]
    for (const args of wrong) {
      const { code, error } = await type(...args)
      expect([code, error], args.join(' ')).toEqual([2, expect.stringContaining('--help')])
    }
    const unknown = await type('confirm', 'Bergn komune', '--number', '1', '--nobody')
    expect([unknown.code, unknown.error]).toEqual([1, expect.stringContaining('unmatched list')])
    expect((await type('forget', 'Bergn komune')).code).toBe(1)
    expect((await type('confirm', 'Bergn komune', '--is', '4601', '--notice', 'nothing')).code).toBe(1)
    expect((await type('confirm', 'Bergn', '--is', '4601', '--notice', idOf(0))).code).toBe(1)
  }))

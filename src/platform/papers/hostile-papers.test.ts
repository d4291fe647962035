import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aPaper } from '#src/testing/papers.ts'
import { paragraphsOf, readDocx } from '#src/testing/read-docx.ts'
import { allTags, rawPdf, readPdf } from '#src/testing/read-pdf.ts'
import { cleanText } from './clean-text.ts'
import { bullets, facts, heading, link, note, paragraph, table, toDocx, toPdf } from './index.ts'

const LATIN = 'abcæøåÆØÅđŋšžŧč «»–—’“”.,;:!?()&<>"\'/\\-0123456789€§½\u00a0\u202f\n\t'
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...LATIN), maxLength: 400 }),
)
/** How blanks are set is the page's affair. */
const bare = (text: string) => text.replace(/\s+/g, '')

test('whatever is written, the paper is made, and every letter we have a sign for is in the PDF', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: fc.constantFrom(...LATIN), maxLength: 400 }), async (text) => {
      const { tags } = await readPdf(await toPdf(aPaper([paragraph(text)])))
      const read = allTags(tags).filter(({ role }) => role === 'P')
      expect(bare(read.map((tag) => tag.text).join(''))).toBe(bare(cleanText(text)))
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('no text makes a renderer fail, in whatever kind of block it stands', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { minLength: 6, maxLength: 6 }), async (texts) => {
      const [one = '', two = '', three = '', four = '', five = '', six = ''] = texts
      const paper = aPaper(
        [
          heading(1, `1 ${one}`),
          paragraph([two, link(three, `https://example.org/${encodeURIComponent(four.toWellFormed())}`)]),
          bullets([three, { text: four, items: [five] }]),
          table([`a ${five}`, 'b'], [[six, one]], { caption: two }),
          facts([[three, four]]),
          note(five, { title: six }),
        ],
        { title: `T ${one}`, lead: two, footer: three, author: four, journal: { from: five } },
      )
      const pdf = await readPdf(await toPdf(paper))
      expect(pdf.pages).toBeGreaterThan(0)
      await readDocx(await toDocx(paper))
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('the Word document keeps every character that XML can hold', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const parts = await readDocx(await toDocx(aPaper([paragraph(text)])))
      const read = paragraphsOf(parts.get('word/document.xml') ?? '')
        .slice(1)
        .join('')
      expect(bare(read)).toBe(bare(cleanText(text)))
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('what the font has no sign for is drawn as a box, and is still there to be copied and read aloud', async () => {
  const raw = rawPdf(await toPdf(aPaper([paragraph('Takk 👩‍👩‍👧 og شكرا')])))
  const hidden = [...raw.matchAll(/\/ActualText \((\xfe\xff[\s\S]*?)\)\n>> BDC/g)].map(([, text]) =>
    Buffer.from(unescaped(text ?? '').slice(2), 'latin1')
      .swap16()
      .toString('utf16le'),
  )

  expect(hidden).toEqual(['👩‍👩‍👧', 'شكرا'])
})

/** A string as it is in a PDF, where some signs are written with a backslash. */
function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  return text.replace(/\\([\s\S])/g, (_, sign: string) => signs[sign] ?? sign)
}

test('marks that turn the direction of a text are taken out', async () => {
  const { text } = await readPdf(await toPdf(aPaper([paragraph('Pris \u202e0001\u202c kr')])))
  expect(text[0]).toContain('Pris 0001 kr')
})

test('a word as long as a book is cut where the line ends, and nothing of it is lost', async () => {
  const word = 'minoritetsspråk'.repeat(2000)
  const { tags, pages } = await readPdf(await toPdf(aPaper([paragraph(word)])))
  const read = allTags(tags).filter(({ role }) => role === 'P')

  expect(pages).toBeGreaterThan(3)
  expect(bare(read.map(({ text }) => text).join(''))).toBe(word)
})

test('a title of ten thousand letters, a cell of ten pages and thirty columns are laid out all the same', async () => {
  const long = 'Kommunen ønsker svar. '.repeat(1500)
  const columns = Array.from({ length: 30 }, (_, at) => `Kolonne ${at}`)
  const paper = aPaper(
    [table(['A', 'B'], [[long, 'kort']]), table(columns, [columns]), note(long), bullets([long])],
    { title: 'Tittel '.repeat(1500) },
  )
  const { tags, pages } = await readPdf(await toPdf(paper))
  const told = allTags(tags).map(({ text }) => text)

  expect(pages).toBeGreaterThan(30)
  // In the cell, in the note and in the list; pages may come between the words.
  for (const word of ['Kommunen', 'ønsker', 'svar.'])
    expect(told.join(' ').split(word)).toHaveLength(3 * 1500 + 1)
  expect(told.join('').split('Tittel')).toHaveLength(1500 + 1)
}, 60_000)

test('a link that could do something else than lead on the web is only words', async () => {
  const paper = aPaper([
    paragraph([
      link('a', 'javascript:alert(1)'),
      link('b', 'file:///etc/passwd'),
      link('c', 'https://example.org/'),
    ]),
  ])
  expect((await readPdf(await toPdf(paper))).links.map(({ url }) => url)).toEqual(['https://example.org/'])
  expect((await readDocx(await toDocx(paper))).get('word/_rels/document.xml.rels')).not.toMatch(
    /javascript|passwd/,
  )
})

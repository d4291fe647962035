import { expect, test } from 'vitest'
import { aPaper, aPng } from '#src/testing/papers.ts'
import { paragraphsOf, readDocx } from '#src/testing/read-docx.ts'
import {
  bullets,
  emphasis,
  facts,
  heading,
  link,
  note,
  numbered,
  paragraph,
  picture,
  signatures,
  strong,
  table,
  toDocx,
} from './index.ts'

const everything = aPaper(
  [
    heading(1, 'Hva saken gjelder'),
    paragraph([
      strong('Fem'),
      ' kommuner, ',
      emphasis('sammen'),
      ' ',
      link('her', 'https://example.org/?a=1&b=2'),
    ]),
    bullets(['Alarmer', { text: 'Tjenester', items: ['Respons'] }]),
    numbered(['Først', 'Så']),
    numbered(['På nytt']),
    heading(2, 'Økonomi'),
    table(['Kommune', { title: 'Innbyggere', align: 'right' }], [['Røyrvik', '469']], {
      caption: 'Hvem som er med',
      rowHeaders: true,
    }),
    note('Konkurransen må dere holde selv.', { title: 'Husk', tone: 'care' }),
    paragraph('Den här texten är på svenska.', { language: 'sv' }),
    picture(aPng(), 'En grå "firkant"'),
    facts([['Frist', '1. mars']]),
    signatures([{ role: 'ordfører', organisation: 'Grong kommune' }]),
  ],
  {
    title: 'Alarmer & tilsyn',
    journal: { from: 'Grong kommune', accessBasis: 'offl. § 23' },
    language: 'nn',
  },
)

async function documentOf(paper = everything): Promise<string> {
  return (await readDocx(await toDocx(paper))).get('word/document.xml') ?? ''
}

test('headings, title and lists are what they are to Word, and not only how they look', async () => {
  const xml = await documentOf()
  const styled = (style: string) =>
    xml
      .split('</w:p>')
      .filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`))
      .flatMap(paragraphsOf)

  expect(styled('Title').join('')).toBe('Alarmer & tilsyn')
  expect(styled('Heading1').join('')).toBe('Hva saken gjelder')
  expect(styled('Heading2').join('')).toBe('Økonomi')
  expect(styled('Caption').join('')).toBe('Hvem som er med')
  expect(xml.match(/<w:ilvl w:val="1"\/>/g)).toHaveLength(1)
})

test('each numbered list begins at one', async () => {
  const xml = await documentOf()
  const numbers = [...xml.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id)

  expect(new Set(numbers).size).toBe(3)
})

test('the heads of a table are marked, and stand again on the next page', async () => {
  const xml = await documentOf()

  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  expect(xml).toMatch(/<w:tblLook w:firstRow="true"[^>]*w:firstColumn="true"/)
})

test('links lead on, pictures have words, and a text in another language says so', async () => {
  const parts = await readDocx(await toDocx(everything))
  const xml = parts.get('word/document.xml') ?? ''

  expect(xml).toContain('<w:hyperlink w:history="1" r:id="rIdLink1">')
  expect(parts.get('word/_rels/document.xml.rels')).toContain('Target="https://example.org/?a=1&amp;b=2"')
  expect(xml).toContain('descr="En grå &quot;firkant&quot;"')
  expect(xml).toContain('<w:lang w:val="sv-SE"/>')
  expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="nn-NO"/>')
})

test('the file knows its title, its language and what the archive asks about', async () => {
  const parts = await readDocx(await toDocx(everything))

  expect(parts.get('docProps/core.xml')).toContain('<dc:title>Alarmer &amp; tilsyn</dc:title>')
  expect(parts.get('docProps/core.xml')).toContain('2026-11-21T12:00:00Z</dcterms:created>')
  expect(parts.get('docProps/custom.xml')).toMatch(/name="avsender"><vt:lpwstr>Grong kommune</)
  expect(parts.get('docProps/custom.xml')).toMatch(/name="skjermingshjemmel"><vt:lpwstr>offl. § 23</)
  expect(parts.get('word/footer1.xml')).toContain('>PAGE<')
  expect(parts.get('word/footer1.xml')).toContain('>NUMPAGES<')
})

test('the same paper gives the same bytes, whenever it is written', async () => {
  const one = await toDocx(everything)
  // A zip archive counts in steps of two seconds.
  await new Promise((wake) => setTimeout(wake, 2100))
  expect(Buffer.compare(one, await toDocx(everything))).toBe(0)
})

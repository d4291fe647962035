import { buffer } from 'node:stream/consumers'
import { crc32, deflateRawSync } from 'node:zlib'
import { Document, Packer, Paragraph } from 'docx'
import fc from 'fast-check'
import PDFDocument from 'pdfkit'
import { expect, test } from 'vitest'
import { DOCUMENT_FORMATS } from '#src/modules/documents/contract.ts'
import { FORMATS } from '#src/modules/documents/format.ts'
import {
  aJpeg,
  anOfficeFile,
  anOpenDocument,
  aPdf,
  aRelation,
  exifWith,
  PNG,
  packedObjects,
  WEBP,
} from '#src/testing/documents.ts'
import { toldOf } from '#src/testing/told-content.ts'

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'
const webp = WEBP
const text = (words: string) => Buffer.from(words)

const TAKEN_IN: readonly (readonly [string, Buffer])[] = [
  ['krav.pdf', aPdf()],
  ['krav.docx', anOfficeFile()],
  ['mal.dotx', anOfficeFile({ type: `${OPEN_XML}.wordprocessingml.template.main+xml` })],
  [
    'pris.xlsx',
    anOfficeFile({ type: `${OPEN_XML}.spreadsheetml.sheet.main+xml`, target: 'xl/workbook.xml' }),
  ],
  ['pris.xltx', anOfficeFile({ type: `${OPEN_XML}.spreadsheetml.template.main+xml` })],
  ['vis.pptx', anOfficeFile({ type: `${OPEN_XML}.presentationml.presentation.main+xml` })],
  ['vis.potx', anOfficeFile({ type: `${OPEN_XML}.presentationml.template.main+xml` })],
  ['vis.ppsx', anOfficeFile({ type: `${OPEN_XML}.presentationml.slideshow.main+xml` })],
  ['krav.odt', anOpenDocument('text')],
  ['mal.ott', anOpenDocument('text-template')],
  ['pris.ods', anOpenDocument('spreadsheet')],
  ['pris.ots', anOpenDocument('spreadsheet-template')],
  ['vis.odp', anOpenDocument('presentation')],
  ['vis.otp', anOpenDocument('presentation-template')],
  ['rom.png', PNG],
  ['rom.jpeg', aJpeg()],
  ['rom.JPG', aJpeg()],
  ['rom.webp', webp],
  ['notat.txt', text('Vi trenger åtte ærfuglvakter.')],
  ['notat.txt', Buffer.from('Vi trenger åtte ærfuglvakter.', 'latin1')],
  ['notat.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Ærfugl', 'utf16le')])],
  ['krav.csv', text('nr;krav\n1;Løsningen skal varsle | i sanntid\n2;=SUM(A1:A2)\n')],
  ['notat.md', text('# Krav\n\n<b>Fet</b> skrift er lov, for det vises ikke.')],
]

test.each(TAKEN_IN)('%s is known by what it is', async (name, bytes) => {
  const [format = ''] = (await toldOf(bytes, name)).split(' ')
  expect((FORMATS[format as 'pdf']?.extensions ?? []) as readonly string[]).toContain(
    name.slice(name.indexOf('.') + 1).toLowerCase(),
  )
})

test('every format that is taken in is tried above', async () => {
  const tried = await Promise.all(
    TAKEN_IN.map(async ([name, bytes]) => (await toldOf(bytes, name)).split(' ')[0]),
  )
  expect(DOCUMENT_FORMATS.filter((format) => !tried.includes(format))).toEqual([])
})

test('what Word and a PDF library write is taken in', async () => {
  const word = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Krav')] }] }))
  expect(await toldOf(word, 'krav.docx')).toBe('docx')
  const pdf = new PDFDocument({ pdfVersion: '1.7' })
  pdf.text('Krav').addPage().text('Mer')
  pdf.end()
  expect(await toldOf(await buffer(pdf), 'krav.pdf')).toBe('pdf')
})

test.each([
  ['a.pdf', anOfficeFile(), 'no: named pdf, is docx'],
  ['a.docx', aPdf(), 'no: named docx, is pdf'],
  ['a.png', aJpeg(), 'no: named png, is jpeg'],
  ['a.bat', text('@echo off'), 'no: named bat, is txt'],
  ['a.html', text('hei'), 'no: named html, is txt'],
  ['a.pdf.exe', aPdf(), 'no: named exe, is pdf'],
  ['uten endelse', aPdf(), 'pdf'],
])('%s is told when the content is something else', async (name, bytes, expected) => {
  expect(await toldOf(bytes, name)).toBe(expected)
})

test('a bomb is refused, also one that is spread over many packages inside', async () => {
  const zeros = Buffer.alloc(16 * 1024 * 1024)
  const part = { content: '', packed: deflateRawSync(zeros), saysSize: zeros.length, saysSum: crc32(zeros) }
  const parts = Array.from({ length: 60 }, (_, at) => ({ name: `word/media/${at}`, ...part }))
  expect(await toldOf(anOfficeFile({ parts }), 'a.docx')).toBe('no: bomb')
  const nested = anOfficeFile({ parts: parts.slice(0, 3) })
  expect(await toldOf(nested, 'a.docx')).toBe('docx')
  const many = Array.from({ length: 8 }, (_, at) => ({ name: `word/embeddings/${at}.docx`, content: nested }))
  expect(await toldOf(anOfficeFile({ parts: many }), 'a.docx')).toBe('no: bomb')
})

test('what its author should look at again is told', async () => {
  const word = anOfficeFile({
    main: '<w:p><w:ins w:id="1">nytt</w:ins></w:p>',
    parts: [{ name: 'word/comments.xml', content: '<w:comments/>' }],
  })
  expect(await toldOf(word, 'a.docx')).toBe('docx comments trackedChanges')
  const sheet = anOfficeFile({
    type: `${OPEN_XML}.spreadsheetml.sheet.main+xml`,
    target: 'xl/workbook.xml',
    main: '<workbook><sheets><sheet name="Priser" sheetId="1" state="hidden" r:id="r1"/></sheets></workbook>',
  })
  expect(await toldOf(sheet, 'a.xlsx')).toBe('xlsx hiddenSheets')
  const slides = anOfficeFile({
    type: `${OPEN_XML}.presentationml.presentation.main+xml`,
    parts: [{ name: 'ppt/notesSlides/notesSlide1.xml', content: '<x/>' }],
  })
  expect(await toldOf(slides, 'a.pptx')).toBe('pptx notes')
  const open = anOpenDocument('text', [
    { name: 'content.xml', content: '<x><office:annotation/><text:tracked-changes/></x>' },
  ])
  expect(await toldOf(open, 'a.odt')).toBe('odt comments trackedChanges')
  for (const order of ['II', 'MM'] as const) {
    expect(await toldOf(aJpeg(exifWith(0x8825, order)), 'a.jpg')).toBe('jpeg location')
    expect(await toldOf(aJpeg(exifWith(0x010f, order)), 'a.jpg')).toBe('jpeg')
  }
})

const inner = (content: Uint8Array) => anOfficeFile({ parts: [{ name: 'word/embeddings/a.xlsx', content }] })

test('the path of a template on the own disk, and a link to the net, are no danger', async () => {
  const relations =
    aRelation('attachedTemplate', 'file:///C:\\Maler\\Normal.dotm', true) +
    aRelation('hyperlink', 'https://kommune.example', true)
  expect(await toldOf(anOfficeFile({ relations }), 'a.docx')).toBe('docx')
  expect(await toldOf(inner(anOfficeFile()), 'a.docx')).toBe('docx')
})

test('whatever is changed in a good file, or cut off it, there is an answer', async () => {
  const good = [
    aPdf({ objects: packedObjects('<< /A 1 >>') }),
    anOfficeFile(),
    anOpenDocument('text'),
    PNG,
    aJpeg(),
    webp,
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...good),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
      fc.nat(),
      async (file, changes, length) => {
        const bytes = Buffer.from(file)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        const cut = bytes.subarray(0, length % 3 === 0 ? length % bytes.length : bytes.length)
        expect(typeof (await toldOf(cut, 'fil'))).toBe('string')
      },
    ),
    { numRuns: 400, seed: 513 },
  )
})

import { expect, test } from 'vitest'
import { writeZip } from '#src/testing/archives.ts'
import { aCompoundFile, anOfficeFile, anOpenDocument, aRelation } from '#src/testing/documents.ts'
import { type RefusedFile, toldOf } from '#src/testing/told-content.ts'

const ole = (...streams: string[]) => ({
  name: 'word/embeddings/oleObject1.bin',
  content: aCompoundFile(...streams),
})
const inner = (content: Uint8Array) => anOfficeFile({ parts: [{ name: 'word/embeddings/a.xlsx', content }] })
const zipOf = (name: string, content: string) => writeZip([{ name, content }])

const REFUSED: readonly RefusedFile[] = [
  [
    'a Word file with macros',
    'macros',
    'krav.docm',
    anOfficeFile({ type: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
  ],
  [
    'macros by their name',
    'macros',
    'krav.docx',
    anOfficeFile({ parts: [{ name: 'word/vbaProject.bin', content: 'x' }] }),
  ],
  [
    'macros under another name',
    'macros',
    'krav.docx',
    anOfficeFile({ relations: aRelation('vbaProject', 'media/image1.png') }),
  ],
  [
    'macros by their type',
    'macros',
    'a.docx',
    anOfficeFile({ types: '<Override PartName="/x" ContentType="application/vnd.ms-office.vbaProject"/>' }),
  ],
  [
    'sheets of Excel 4 macros',
    'macros',
    'a.xlsx',
    anOfficeFile({ parts: [{ name: 'xl/macrosheets/sheet1.xml', content: '<x/>' }] }),
  ],
  [
    'controls that run',
    'macros',
    'a.docx',
    anOfficeFile({ relations: aRelation('control', 'activeX/activeX1.xml') }),
  ],
  ['an object with macros', 'macros', 'a.docx', anOfficeFile({ parts: [ole('_VBA_PROJECT')] })],
  [
    'an object with any file in it',
    'embedded',
    'a.docx',
    anOfficeFile({ parts: [ole('\u0001Ole10Native')] }),
  ],
  [
    'a program in a Word file',
    'embedded',
    'a.docx',
    anOfficeFile({ parts: [{ name: 'word/media/image1.png', content: 'MZ and so on and so on' }] }),
  ],
  ['an archive in a Word file', 'embedded', 'a.docx', inner(zipOf('a.exe', 'x'.repeat(50)))],
  [
    'a sheet with macros in a Word file',
    'macros',
    'a.docx',
    inner(anOfficeFile({ parts: [{ name: 'xl/vbaProject.bin', content: 'x' }] })),
  ],
  ['packages ever deeper', 'embedded', 'a.docx', inner(inner(inner(anOfficeFile())))],
  [
    'a template on the net',
    'remote',
    'a.docx',
    anOfficeFile({ relations: aRelation('attachedTemplate', 'https://ond.example/x.dotm', true) }),
  ],
  [
    'an object on another machine',
    'remote',
    'a.docx',
    anOfficeFile({ relations: aRelation('oleObject', '\\\\10.0.0.1\\x.xls', true) }),
  ],
  [
    'a field that starts a program',
    'script',
    'a.docx',
    anOfficeFile({
      main: '<w:p><w:instrText> DDE</w:instrText><w:instrText>AUTO c:\\\\x.exe</w:instrText></w:p>',
    }),
  ],
  [
    'a link that starts a program',
    'script',
    'a.xlsx',
    anOfficeFile({
      parts: [
        { name: 'xl/externalLinks/externalLink1.xml', content: '<externalLink><ddeLink/></externalLink>' },
      ],
    }),
  ],
  [
    'a document type in a package',
    'damaged',
    'a.docx',
    anOfficeFile({ parts: [{ name: 'a.rels', content: '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }] }),
  ],
  [
    'two files with one name',
    'damaged',
    'a.docx',
    anOfficeFile({ parts: [{ name: 'WORD/document.xml', content: '<x/>' }] }),
  ],
  [
    'a wrong checksum',
    'damaged',
    'a.docx',
    anOfficeFile({ parts: [{ name: 'a.xml', content: '<x/>', saysSum: 1 }] }),
  ],
  [
    'more than the list says',
    'damaged',
    'a.docx',
    anOfficeFile({ parts: [{ name: 'a.xml', content: 'x'.repeat(999), saysSize: 9 }] }),
  ],
  ['half a package', 'damaged', 'a.docx', anOfficeFile().subarray(0, 400)],
  [
    'a locked part',
    'encrypted',
    'a.docx',
    anOfficeFile({ parts: [{ name: 'a.xml', content: '<x/>', flags: 1 }] }),
  ],
  ['any archive', 'unknown', 'a.zip', zipOf('a.txt', 'hei hei hei hei')],
  [
    'a drawing of Visio',
    'unknown',
    'a.vsdx',
    anOfficeFile({ type: 'application/vnd.ms-visio.drawing.main+xml' }),
  ],
  [
    'a locked OpenDocument',
    'encrypted',
    'a.odt',
    anOpenDocument('text', [
      { name: 'META-INF/manifest.xml', content: '<m:manifest><m:encryption-data/></m:manifest>' },
    ]),
  ],
  [
    'OpenDocument with macros',
    'macros',
    'a.odt',
    anOpenDocument('text', [{ name: 'Basic/Standard/Module1.xml', content: '<x/>' }]),
  ],
  [
    'OpenDocument with Python',
    'macros',
    'a.ods',
    anOpenDocument('spreadsheet', [{ name: 'Scripts/python/a.py', content: 'x' }]),
  ],
  [
    'a button that calls a macro',
    'macros',
    'a.odt',
    anOpenDocument('text', [{ name: 'content.xml', content: '<a xlink:href="vnd.sun.star.script:x"/>' }]),
  ],
  ['a drawing of OpenDocument', 'unknown', 'a.odg', anOpenDocument('graphics')],
]

test.each(REFUSED)('%s is refused: %s', async (_, kind, name, bytes) => {
  expect(await toldOf(bytes, name)).toBe(`no: ${kind}`)
})

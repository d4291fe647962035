import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { LARGEST_BYTES } from '#src/modules/documents/contract.ts'
import { writeZip } from '#src/testing/archives.ts'
import { aCompoundFile, aJpeg, aPdf, PNG, packedObjects, WEBP } from '#src/testing/documents.ts'
import { type RefusedFile, toldOf } from '#src/testing/told-content.ts'

const script = '<< /S /JavaScript /JS (app.alert(1)) >>'
const zipOf = (name: string, content: string) => writeZip([{ name, content }])

const text = (words: string) => Buffer.from(words)
const webp = WEBP

const REFUSED: readonly RefusedFile[] = [
  ['nothing at all', 'empty', 'a.pdf', Buffer.alloc(0)],
  ['more than the limit', 'tooLarge', 'a.txt', Buffer.alloc(LARGEST_BYTES + 1, 'a')],
  ['a program of Windows', 'program', 'faktura.pdf', Buffer.concat([text('MZ'), Buffer.alloc(200)])],
  [
    'a program of Linux',
    'program',
    'a.txt',
    Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(99)]),
  ],
  ['a script with its interpreter', 'program', 'a.txt', text('#!/bin/sh\nrm -rf /\n')],
  [
    'a shortcut',
    'program',
    'a.txt',
    Buffer.concat([Buffer.from('4c0000000114020000000000', 'hex'), Buffer.alloc(80)]),
  ],
  ['Word of before 2007', 'oldOffice', 'krav.doc', aCompoundFile('WordDocument')],
  ['Word of before 2007 with macros', 'macros', 'krav.doc', aCompoundFile('WordDocument', '_VBA_PROJECT')],
  ['a locked Word file', 'encrypted', 'krav.docx', aCompoundFile('EncryptionInfo', 'EncryptedPackage')],
  ['a PDF with JavaScript', 'script', 'a.pdf', aPdf({ objects: `4 0 obj ${script} endobj` })],
  [
    'a PDF with JavaScript in disguise',
    'script',
    'a.pdf',
    aPdf({ objects: '4 0 obj << /S /J#61v#61Scr#69pt >> endobj' }),
  ],
  ['a PDF with JavaScript packed away', 'script', 'a.pdf', aPdf({ objects: packedObjects(script) })],
  ['a PDF with both', 'script', 'a.pdf', aPdf({ objects: packedObjects('/#4Aava#53cript', '/Obj#53tm') })],
  [
    'a PDF that starts a program',
    'script',
    'a.pdf',
    aPdf({ objects: '4 0 obj << /S /Launch /F (cmd.exe) >> endobj' }),
  ],
  [
    'a PDF with files in it',
    'embedded',
    'a.pdf',
    aPdf({ objects: '4 0 obj << /Type /EmbeddedFile >> endobj' }),
  ],
  [
    'a PDF with objects nobody can read',
    'damaged',
    'a.pdf',
    aPdf({ objects: '4 0 obj << /Type /ObjStm /Filter /LZWDecode >> stream\nxxxx\nendstream endobj' }),
  ],
  ['a locked PDF', 'encrypted', 'a.pdf', aPdf({ trailer: '/Encrypt 5 0 R' })],
  ['half a PDF', 'damaged', 'a.pdf', aPdf({ objects: '%'.repeat(5000) }).subarray(0, 3000)],
  ['a PDF that is an archive too', 'twoInOne', 'a.pdf', Buffer.concat([aPdf(), zipOf('a.js', 'x')])],
  [
    'an archive that is a PDF too',
    'twoInOne',
    'a.docx',
    Buffer.concat([writeZip([{ name: 'a', content: aPdf(), method: 0 }])]),
  ],
  ['a picture that is an archive too', 'twoInOne', 'a.jpg', Buffer.concat([aJpeg(), zipOf('a.class', 'x')])],
  ['a picture that is a PDF too', 'twoInOne', 'a.jpg', aJpeg(Buffer.from('%PDF-1.7'))],
  ['a picture with more after its end', 'damaged', 'a.png', Buffer.concat([PNG, text('<script>')])],
  ['a WebP with more after its end', 'twoInOne', 'a.webp', Buffer.concat([webp, Buffer.alloc(9)])],
  ['half a picture', 'damaged', 'a.png', PNG.subarray(0, 50)],
  ['SVG', 'markup', 'a.svg', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['SVG after a declaration', 'markup', 'a.png', text('<?xml version="1.0"?><svg/>')],
  ['HTML called text', 'markup', 'a.txt', text('\n  <!DOCTYPE html><script>alert(1)</script>')],
  [
    'HTML in UTF-16',
    'markup',
    'a.txt',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<script>', 'utf16le')]),
  ],
  ['a table that starts a program', 'script', 'a.csv', text("nr;navn\n1;=cmd|' /C calc'!A0\n")],
  [
    'a picture of a kind that is not taken in',
    'unknown',
    'a.gif',
    Buffer.from('47494638396101000100', 'hex'),
  ],
  ['letters that are no letters', 'unknown', 'a.txt', randomBytes(4000)],
  ['zeros', 'unknown', 'a.txt', Buffer.alloc(100)],
]

test.each(REFUSED)('%s is refused: %s', async (_, kind, name, bytes) => {
  expect(await toldOf(bytes, name)).toBe(`no: ${kind}`)
})

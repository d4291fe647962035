import { deflateSync } from 'node:zlib'
import { writeZip, type ZipFileToWrite } from './archives.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Office = {
  /** The type of the main part. */
  readonly type?: string
  readonly target?: string
  readonly main?: string
  readonly parts?: readonly ZipFileToWrite[]
  /** Tags of the relations of the main part. */
  readonly relations?: string
  /** More tags of the list of types. */
  readonly types?: string
}

/** A file of Word, Excel or PowerPoint as small as one can be. */
export function anOfficeFile(office: Office = {}): Buffer {
  const { type = WORD, target = 'word/document.xml', main = '<w:document/>', parts = [] } = office
  return writeZip([
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/${target}" ContentType="${type}"/>${office.types ?? ''}</Types>`,
    },
    {
      name: '_rels/.rels',
      content: relations(`<Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="${target}"/>`),
    },
    { name: target, content: main },
    { name: 'word/_rels/document.xml.rels', content: relations(office.relations ?? '') },
    ...parts,
  ])
}

function relations(tags: string): string {
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${tags}</Relationships>`
}

export function aRelation(type: string, target: string, external = false): string {
  return `<Relationship Id="r9" Type="${RELATIONS}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`
}

/** An OpenDocument file as small as one can be. */
export function anOpenDocument(kind: string, parts: readonly ZipFileToWrite[] = []): Buffer {
  const type = `application/vnd.oasis.opendocument.${kind}`
  const manifest = `<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>`
  const usual = [
    { name: 'META-INF/manifest.xml', content: manifest },
    { name: 'content.xml', content: '<office:document-content/>' },
  ].filter(({ name }) => parts.every((part) => part.name !== name))
  return writeZip([{ name: 'mimetype', content: type, method: 0 }, ...usual, ...parts])
}

/** A PDF of one empty page, with more objects where something is wanted in it. */
export function aPdf({ objects = '', trailer = '' } = {}): Buffer {
  return Buffer.from(
    `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >> endobj
${objects}
trailer << /Root 1 0 R ${trailer} >>
startxref
0
%%EOF
`,
    'latin1',
  )
}

/** Objects packed together in a stream, as most PDFs of today have them. */
export function packedObjects(text: string, name = '/ObjStm'): string {
  const packed = deflateSync(text).toString('latin1')
  return `9 0 obj << /Type ${name} /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >> stream\n${packed}\nendstream endobj`
}

/** One white dot. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
)

/** The frame of a WebP. */
export const WEBP = Buffer.concat([
  Buffer.from('RIFF'),
  Buffer.from([26, 0, 0, 0]),
  Buffer.from('WEBPVP8L'),
  Buffer.alloc(18),
])

/** The frame of a JPEG, with what a camera says of itself in it. */
export function aJpeg(exif: Uint8Array = new Uint8Array()): Buffer {
  const segment = exif.length
    ? Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif])
    : Buffer.from('ffe000104a46494600010100000100010000', 'hex')
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment,
    Buffer.from('ffdb0003ffc00003ffda0003', 'hex'),
    Buffer.from([1, 2, 0xff, 0xd9]),
  ])
}

/** What a camera writes when it knows where it is: one tag, in either order of bytes. */
export function exifWith(tag: number, order: 'II' | 'MM' = 'II'): Buffer {
  const isLittle = order === 'II'
  const tiff = Buffer.alloc(26)
  tiff.write(order, 0, 'latin1')
  const short = (value: number, at: number) =>
    isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const long = (value: number, at: number) =>
    isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  short(42, 2)
  long(8, 4)
  short(1, 8)
  short(tag, 10)
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
}

/** The beginning of what Office kept files as before 2007, with the names of streams in it. */
export function aCompoundFile(...streams: readonly string[]): Buffer {
  const names = streams.map((name) => Buffer.from(`${name}\0`, 'utf16le'))
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(512),
    ...names,
    Buffer.alloc(512),
  ])
}

type FormatFacts = {
  readonly mediaType: string
  /** The first is the usual one. */
  readonly extensions: readonly [string, ...string[]]
}

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument'

/** What is taken in, told by the content whatever the name says. Everything else is refused, and none of these is run by a browser. */
export const FORMATS = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  docx: { mediaType: `${OPEN_XML}.wordprocessingml.document`, extensions: ['docx'] },
  dotx: { mediaType: `${OPEN_XML}.wordprocessingml.template`, extensions: ['dotx'] },
  xlsx: { mediaType: `${OPEN_XML}.spreadsheetml.sheet`, extensions: ['xlsx'] },
  xltx: { mediaType: `${OPEN_XML}.spreadsheetml.template`, extensions: ['xltx'] },
  pptx: { mediaType: `${OPEN_XML}.presentationml.presentation`, extensions: ['pptx'] },
  potx: { mediaType: `${OPEN_XML}.presentationml.template`, extensions: ['potx'] },
  ppsx: { mediaType: `${OPEN_XML}.presentationml.slideshow`, extensions: ['ppsx'] },
  odt: { mediaType: `${OPEN_DOCUMENT}.text`, extensions: ['odt'] },
  ott: { mediaType: `${OPEN_DOCUMENT}.text-template`, extensions: ['ott'] },
  ods: { mediaType: `${OPEN_DOCUMENT}.spreadsheet`, extensions: ['ods'] },
  ots: { mediaType: `${OPEN_DOCUMENT}.spreadsheet-template`, extensions: ['ots'] },
  odp: { mediaType: `${OPEN_DOCUMENT}.presentation`, extensions: ['odp'] },
  otp: { mediaType: `${OPEN_DOCUMENT}.presentation-template`, extensions: ['otp'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe'] },
  webp: { mediaType: 'image/webp', extensions: ['webp'] },
  txt: { mediaType: 'text/plain', extensions: ['txt', 'text'] },
  csv: { mediaType: 'text/csv', extensions: ['csv'] },
  md: { mediaType: 'text/markdown', extensions: ['md', 'markdown'] },
} as const satisfies Record<string, FormatFacts>

export type DocumentFormat = keyof typeof FORMATS
export const DOCUMENT_FORMATS = Object.keys(FORMATS) as readonly DocumentFormat[]

const BY_MEDIA_TYPE = new Map<string, DocumentFormat>(
  DOCUMENT_FORMATS.map((format) => [FORMATS[format].mediaType, format]),
)

export function formatOf(mediaType: string): DocumentFormat | null {
  return BY_MEDIA_TYPE.get(mediaType) ?? null
}

/** Every extension, as the field for a file names them. */
export const ACCEPTED_EXTENSIONS: readonly string[] = DOCUMENT_FORMATS.flatMap(
  (format) => FORMATS[format].extensions,
)

export function isPicture(format: DocumentFormat): boolean {
  return FORMATS[format].mediaType.startsWith('image/')
}

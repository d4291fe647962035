import { contentDisposition, downloadName } from '#src/platform/download-name.ts'
import { type Paper, toDocx, toPdf } from '#src/platform/papers/index.ts'
import { PAPER_FORMATS, type PaperFormat } from './paper-address.ts'

const FORMATS = {
  pdf: { write: toPdf, type: 'application/pdf' },
  docx: {
    write: toDocx,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
} as const satisfies Record<PaperFormat, object>

/** What an address asks for with `?format=`: PDF unless Word. */
export function formatIn(asked: URLSearchParams): PaperFormat {
  return PAPER_FORMATS.find((one) => one === asked.get('format')) ?? 'pdf'
}

/** A paper for the one who asks, kept by nobody on the way: who reads decides whether it is there, and what is in it. */
export async function paperFile(paper: Paper, format: PaperFormat, name = paper.title): Promise<Response> {
  const headers = { ...paperHeaders(format, name), 'cache-control': 'private, no-store' }
  return new Response(await paperBytes(paper, format), { headers })
}

export async function paperBytes(paper: Paper, format: PaperFormat): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await FORMATS[format].write(paper))
}

export function paperHeaders(format: PaperFormat, name: string) {
  return {
    'content-type': FORMATS[format].type,
    'content-disposition': contentDisposition(downloadName(name, format)),
  }
}

import { contentDisposition, downloadName } from '#src/platform/download-name.ts'
import { type Paper, toDocx, toPdf } from '#src/platform/papers/index.ts'
import type { PaperFormat } from '#src/web/paper-address.ts'

const FORMATS = {
  pdf: { write: toPdf, type: 'application/pdf' },
  docx: {
    write: toDocx,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
} as const satisfies Record<PaperFormat, object>

/** A paper for the one who asks, kept by nobody on the way. */
export async function paperFile(paper: Paper, format: PaperFormat): Promise<Response> {
  const bytes = Uint8Array.from(await FORMATS[format].write(paper))
  return new Response(bytes, {
    headers: {
      'content-type': FORMATS[format].type,
      'content-disposition': contentDisposition(downloadName(paper.title, format)),
      'cache-control': 'private, no-store',
    },
  })
}

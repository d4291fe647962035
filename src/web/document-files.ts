import { type Context, Hono } from 'hono'
import { messagesIn } from '#src/messages/index.ts'
import { DocumentId } from '#src/modules/documents/contract.ts'
import { type DocumentFile, FORMATS, findDocumentFile, isPicture } from '#src/modules/documents/index.ts'
import { contentDisposition } from '#src/platform/download-name.ts'
import type { ReadFailure } from '#src/platform/files/index.ts'
import { LANGUAGES, type Language } from '#src/platform/language.ts'
import type { WebProgram } from './context.ts'
import { documentFileAddress, NEWEST } from './document-address.ts'
import { isKnown } from './etag.ts'
import { address } from './paths.ts'
import { plainPage } from './plain-page.ts'
import { isOpenedTo } from './present/opened-documents.ts'
import type { SessionVariables } from './sessions.ts'
import { streamOf } from './stream-of.ts'

/**
 * Nothing in a file is run, wherever it is opened. A picture may be shown by the browser; everything else is saved, PDF
 * too: shown in a sandbox Chrome shows nothing of it, and without one its scripts are the reader's risk.
 */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"

type FilesApp = Hono<{ Variables: SessionVariables }>
type Asked = { readonly c: Context<{ Variables: SessionVariables }>; readonly language: Language }
type Found = Extract<DocumentFile, { kind: 'file' }>

/** The files of documents, to those who may see them. What one may not know of goes on to the pages, as what is not there. */
export function documentFiles(program: Pick<WebProgram, 'db' | 'files' | 'log' | 'now'>): FilesApp {
  const app: FilesApp = new Hono()
  for (const language of LANGUAGES) {
    const path = `${address(language, 'documents')}/:id/:version/:name`
    app.get(path, async (c, next) => (await answer(program, { c, language })) ?? next())
  }
  return app
}

async function answer(
  program: Pick<WebProgram, 'db' | 'files' | 'log' | 'now'>,
  asked: Asked,
): Promise<Response | null> {
  const { c, language } = asked
  const id = DocumentId.safeParse(c.req.param('id'))
  const version = versionOf(c.req.param('version') ?? '')
  if (!id.success || version === null) return null
  const reader = c.get('signedIn')?.actor ?? null
  const found = await findDocumentFile({ ...program, isOpened: isOpenedTo }, reader, { id: id.data, version })
  if (!found) return null
  // The page of the document tells why.
  if (found.kind === 'withdrawn') return c.redirect(address(language, 'document', { id: id.data }), 302)
  const { name } = found.file
  if (c.req.param('name') !== name) {
    const given = version === 'newest' ? NEWEST : version
    return c.redirect(documentFileAddress(language, { id: id.data, version: given, name }), 302)
  }
  return send(program, asked, found)
}

function versionOf(text: string): number | 'newest' | null {
  if (text === NEWEST) return 'newest'
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null
}

async function send(
  { files, log }: Pick<WebProgram, 'files' | 'log'>,
  { c, language }: Asked,
  { document, file }: Found,
): Promise<Response> {
  const headers = headersOf({ document, file })
  if (isKnown(c.req.raw.headers, headers.etag)) return c.body(null, 304, headers)
  const whole = { ...headers, 'content-length': String(file.size) }
  if (c.req.method === 'HEAD') return c.body(null, 200, whole)
  const read = await files.read(file.sha256)
  if (!read.ok) {
    const { failure } = read
    log.error(
      { document: document.id, version: file.version, sha256: file.sha256, failure },
      'a document cannot be read',
    )
    return refuse(c, language, failure)
  }
  return c.body(streamOf(read.value.pieces()), 200, whole)
}

function headersOf({ document, file }: Pick<Found, 'document' | 'file'>) {
  const isPublic = document.visibility === 'all'
  return {
    'content-type': FORMATS[file.format].mediaType,
    'content-disposition': contentDisposition(file.name, isPicture(file.format) ? 'inline' : 'attachment'),
    'content-security-policy': POLICY,
    'cross-origin-resource-policy': 'same-origin',
    // Asked for anew each time, so that what is withdrawn is gone; not packed, since it has its length.
    'cache-control': `${isPublic ? 'public, max-age=0, must-revalidate' : 'private, no-store'}, no-transform`,
    vary: 'cookie',
    etag: `"${file.sha256}"`,
  }
}

/** Never half a file, and never one that has been damaged. */
function refuse(c: Context, language: Language, failure: ReadFailure): Response {
  const { t } = messagesIn(language)
  const isGone = failure.kind === 'missing' || failure.kind === 'damaged'
  const html = plainPage(language, {
    title: t('error.failed.title'),
    text: t(isGone ? 'document.file.damaged' : 'document.file.unavailable'),
    link: { text: t('document.crumb'), href: address(language, 'documents') },
  })
  return c.html(html, isGone ? 500 : 503, { 'cache-control': 'no-store' }) as Response
}

import type { IncomingMessage } from 'node:http'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type PageName, pageAt } from './paths.ts'
import { LARGEST_FORM, tooLarge } from './too-large.ts'

const FORM_MS = 30_000
/** 25 MB over a slow line. */
export const UPLOAD_MS = 300_000

/** They read what they are sent as it comes, and limit it themselves. */
const UPLOADS: readonly PageName[] = ['documentNew', 'documentVersion', 'jointDraft']

function takesUploads(path: string): boolean {
  const page = pageAt(path)
  return page !== null && UPLOADS.includes(page)
}

/** How large other forms may be. */
export function formSizes(): MiddlewareHandler {
  const limit = bodyLimit({ maxSize: LARGEST_FORM, onError: tooLarge })
  return (c, next) => (takesUploads(c.req.path) ? next() : limit(c, next))
}

/** How long the sending of a form may take: whoever sends it bit by bit would else keep a connection for minutes. */
export function hurryForms(request: IncomingMessage, milliseconds = FORM_MS): void {
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (isRead || takesUploads((request.url ?? '/').split('?', 1)[0] ?? '/')) return
  const timer = setTimeout(() => {
    if (!request.complete) request.socket.destroy()
  }, milliseconds)
  request.once('close', () => clearTimeout(timer))
}

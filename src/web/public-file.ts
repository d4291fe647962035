import type { RouterContextProvider } from 'react-router'
import { requestContext } from './context.ts'
import { etagOf, isKnown } from './etag.ts'

type Asked = { readonly request: Request; readonly context: Readonly<RouterContextProvider> }
type File = { readonly type: string; readonly name: string }

/** So long whoever fetches it again and again may keep it. */
const KEPT_SECONDS = 900

/** A text that everybody gets alike: with what it takes to ask only whether it has changed. */
export function publicFile(
  { request, context }: Asked,
  { type, name }: File,
  write: (origin: string) => string,
): Response {
  const body = write(context.get(requestContext).origin)
  const etag = etagOf(body)
  const headers = { 'cache-control': `public, max-age=${KEPT_SECONDS}`, etag }
  if (isKnown(request.headers, etag)) return new Response(null, { status: 304, headers })
  return new Response(body, {
    headers: {
      ...headers,
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `inline; filename="${name}"`,
    },
  })
}

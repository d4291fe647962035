import { renderToString } from 'react-dom/server'
import {
  type EntryContext,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router'
import { programContext, requestContext } from '#src/web/context.ts'

/** Renders the whole page before the first byte: the pages are small, and a failure can still become a calm error page. */
export default function render(
  request: Request,
  status: number,
  headers: Headers,
  ...[entry, context]: [EntryContext, RouterContextProvider]
): Response {
  const { nonce } = context.get(requestContext)
  const html = renderToString(<ServerRouter context={entry} url={request.url} nonce={nonce} />)
  headers.set('content-type', 'text/html; charset=utf-8')
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-cache')
  return new Response(`<!DOCTYPE html>${html}`, { status, headers })
}

/** Logged once, here; a reader who left and pages that do not exist are no failures of ours. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
): void {
  if (request.signal.aborted) return
  if (isRouteErrorResponse(error) && error.status < 500) return
  logFailure(error, context)
}

function logFailure(error: unknown, context: Readonly<RouterContextProvider>): void {
  context
    .get(programContext)
    .log.error({ requestId: context.get(requestContext).requestId, err: error }, 'page failed')
}

import { Writable } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import {
  type EntryContext,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router'
import { programContext, requestContext } from '#src/web/context.ts'

const RENDER_TIMEOUT_MS = 10_000

/** Renders the whole page before the first byte: the pages are small, and a failure can still become a calm error page. */
export default function render(
  request: Request,
  status: number,
  headers: Headers,
  ...[entry, context]: [EntryContext, RouterContextProvider]
): Promise<Response> {
  const { nonce } = context.get(requestContext)
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={entry} url={request.url} nonce={nonce} />,
      {
        nonce,
        onAllReady() {
          clearTimeout(timer)
          collect(pipe).then((html) => {
            headers.set('content-type', 'text/html; charset=utf-8')
            if (!headers.has('cache-control')) headers.set('cache-control', 'no-cache')
            resolve(new Response(html, { status, headers }))
          }, reject)
        },
        onShellError: reject,
        onError(error) {
          logFailure(error, context)
        },
      },
    )
    const timer = setTimeout(abort, RENDER_TIMEOUT_MS)
  })
}

function collect(pipe: (destination: Writable) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(Buffer.from(chunk))
        done()
      },
    })
    sink.on('finish', () => resolve(Buffer.concat(chunks).toString()))
    sink.on('error', reject)
    pipe(sink)
  })
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

import { fail, ok, type Result } from '#src/platform/result.ts'
import type { HttpFailure } from './http-answer.ts'

const MEGABYTE = 1024 * 1024

/** The whole body, or why it cannot be had; what exceeds `maxBytes` is left with the server. */
export async function readBody(
  response: Response,
  maxBytes: number,
): Promise<Result<Uint8Array, HttpFailure>> {
  const tooLarge = { kind: 'tooLarge', megabytes: Math.ceil(maxBytes / MEGABYTE) } as const
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await response.body?.cancel().catch(() => {})
    return fail(tooLarge)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    // Leaving the loop cancels the rest of the stream.
    if (size > maxBytes) return fail(tooLarge)
    chunks.push(chunk)
  }
  return ok(new Uint8Array(Buffer.concat(chunks)))
}

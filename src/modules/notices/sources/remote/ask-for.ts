import type { z } from 'zod'
import type { HttpClient, HttpFailure, HttpRequest } from '#src/platform/http/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { SourceFailure } from './remote-source.ts'

type Read<Value> = (bytes: Uint8Array) => Result<Value, 'cutOff' | 'unexpected'>

/** Asks until the answer can be read as what was asked for, or the client's patience ends. */
export async function askFor<Value>(
  client: HttpClient,
  request: HttpRequest,
  read: Read<Value>,
): Promise<Result<Value, SourceFailure>> {
  const answer = await client({
    ...request,
    check: (bytes) => {
      const value = read(bytes)
      return value.ok ? null : value.failure
    },
  })
  if (!answer.ok) return fail(toSourceFailure(answer.failure))
  const value = read(answer.value.bytes)
  return value.ok ? value : fail({ code: 'unexpectedAnswer' })
}

export function toSourceFailure(failure: HttpFailure): SourceFailure {
  switch (failure.kind) {
    case 'cancelled':
    case 'cutOff':
      return { code: failure.kind }
    case 'timedOut':
      return { code: 'timedOut', params: { seconds: failure.seconds } }
    case 'unreachable':
      return { code: 'unreachable', params: { reason: failure.reason } }
    case 'emptyAnswer':
      return { code: 'emptyAnswer', params: { status: failure.status } }
    case 'unexpected':
      return { code: 'unexpectedAnswer' }
    case 'tooLarge':
      return { code: 'tooLarge', params: { megabytes: failure.megabytes } }
    case 'status':
      return ofStatus(failure.status)
  }
}

function ofStatus(status: number): SourceFailure {
  if (status === 400) return { code: 'questionRefused' }
  if (status === 401 || status === 403) return { code: 'keyRefused' }
  if (status === 404 || status === 410) return { code: 'gone', params: { status } }
  if (status === 429) return { code: 'tooManyRequests' }
  return { code: 'serverError', params: { status } }
}

/** Raw control characters have no place in JSON; Doffin sends them all the same, inside the texts. */
const CONTROL = /\p{Cc}/gu

/** JSON of the form of `schema`. What does not parse has most likely been cut off on the way. */
export function readJson<Value>(schema: z.ZodType<Value>): Read<Value> {
  return (bytes) => {
    const text = new TextDecoder().decode(bytes).replace(CONTROL, ' ').trim()
    if (!text.startsWith('{')) return fail('unexpected')
    try {
      const parsed = schema.safeParse(JSON.parse(text))
      return parsed.success ? ok(parsed.data) : fail('unexpected')
    } catch {
      return fail('cutOff')
    }
  }
}

/** XML from its first element to the end of that same element; what is in between is for the reader of notices. */
export function readWholeXml(bytes: Uint8Array): Result<Uint8Array, 'cutOff' | 'unexpected'> {
  // Names are ASCII; the zeros of UTF-16 are in the way.
  const part = (from: number, to?: number) =>
    new TextDecoder('latin1').decode(bytes.subarray(from, to)).replaceAll('\u0000', '')
  const head = part(0, 20_000)
    .replace(/^[^<]{0,3}/, '')
    .trimStart()
  if (!head.startsWith('<')) return fail('unexpected')
  const root = /<([A-Za-z_][\w:.-]*)[\s/>]/.exec(head.replace(/<!--(?:(?!-->)[\s\S])*-->/g, ''))?.[1]
  if (!root) return fail('cutOff')
  if (root.toLowerCase() === 'html') return fail('unexpected')
  const tail = part(Math.max(0, bytes.byteLength - 20_000)).replace(/(<!--(?:(?!-->)[\s\S])*-->|\s)+$/, '')
  return new RegExp(`</${root.replaceAll('.', '\\.')}\\s*>$`).test(tail) ? ok(bytes) : fail('cutOff')
}

import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export type S3Key = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly region?: string
}

export type SignedRequest = {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  /** SHA-256 of the body. */
  readonly hash: string
}

const HEADER =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/

/** Checks Signature Version 4 as a server does; the code it would refuse with, or null. */
export function whyNotSigned(request: SignedRequest, key: S3Key): string | null {
  const [, id, day = '', region = '', signedHeaders = '', signature = ''] =
    HEADER.exec(request.headers.authorization ?? '') ?? []
  if (id === undefined) return 'AccessDenied'
  if (id !== key.accessKeyId) return 'InvalidAccessKeyId'
  if (key.region && region !== key.region) return 'AuthorizationHeaderMalformed'
  const names = signedHeaders.split(';')
  // What decides what happens must be signed, or somebody on the way could change it.
  if (['host', 'x-amz-content-sha256', 'x-amz-date'].some((name) => !names.includes(name)))
    return 'AccessDenied'
  const at = String(request.headers['x-amz-date'])
  const canonical = [
    request.method,
    request.url.pathname
      .split('/')
      .map((part) => encode(decodeURIComponent(part)))
      .join('/'),
    canonicalQuery(request.url),
    ...names.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}`),
    '',
    signedHeaders,
    request.hash,
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n')
  const signing = [region, 's3', 'aws4_request'].reduce(
    (secret, part) => hmac(secret, part),
    hmac(`AWS4${key.secretAccessKey}`, day),
  )
  const expected = hmac(signing, toSign)
  return at.startsWith(day) && timingSafeEqual(expected, Buffer.from(signature, 'hex'))
    ? null
    : 'SignatureDoesNotMatch'
}

function canonicalQuery({ searchParams }: URL): string {
  return [...searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&')
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function hmac(secret: string | Buffer, text: string): Buffer {
  return createHmac('sha256', secret).update(text).digest()
}

import { createHash } from 'node:crypto'

/** What a body is known by, so that whoever asks again can ask only whether it has changed. */
export function etagOf(body: string | Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url')}"`
}

/**
 * Whether the one who asks has it already. The comparison is the weak one (RFC 9110 § 13.1.2): what was packed on the way
 * has a weak tag, and comes back with it.
 */
export function isKnown(asked: Headers, etag: string): boolean {
  const tags = (asked.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag)
}

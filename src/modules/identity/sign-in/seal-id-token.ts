import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** A cookie holds four kilobytes; a token that is larger is let go, and one then signs out at the provider there. */
const LARGEST = 3500

export type SealedIdToken = { readonly key: string; readonly sealed: string }

/**
 * The ID token, which the provider wants back when one signs out there, in two halves: the browser has it encrypted,
 * the session has the key. It may hold a national identity number, so it lies readable nowhere.
 */
export function sealIdToken(idToken: string): SealedIdToken | null {
  const key = randomBytes(32)
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce)
  const secret = Buffer.concat([cipher.update(idToken, 'utf8'), cipher.final()])
  const sealed = Buffer.concat([nonce, cipher.getAuthTag(), secret]).toString('base64url')
  return sealed.length > LARGEST ? null : { key: key.toString('base64url'), sealed }
}

/** The token again; null when key and cookie do not belong together. */
export function openIdToken({ key, sealed }: SealedIdToken): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length <= NONCE_BYTES + TAG_BYTES) return null
  try {
    const decipher = createDecipheriv(CIPHER, Buffer.from(key, 'base64url'), bytes.subarray(0, NONCE_BYTES))
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    return (
      decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    )
  } catch {
    return null
  }
}

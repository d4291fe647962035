import { createHash, randomBytes } from 'node:crypto'

/** 256 bits that nobody can guess, as text that fits a cookie and an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a secret: enough to know it again, useless to whoever reads the table. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

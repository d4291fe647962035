import { newSecret } from '#src/modules/identity/secret.ts'

/** So that one which has strayed into a file or a log is known for what it is, by people and by scanners. */
export const TOKEN_PREFIX = 'spydspiss_'
const FORM = /^spydspiss_[A-Za-z0-9_-]{43}$/

export function newTokenSecret(): string {
  return TOKEN_PREFIX + newSecret()
}

/** Whether a text can be a token at all; saves the database the asking. */
export function looksLikeToken(text: string): boolean {
  return FORM.test(text)
}

export type CleanedNumber = {
  /** The nine digits, where there are exactly nine; trust them only when `valid`. */
  readonly number: string | null
  readonly valid: boolean
  /** What was written, untouched. */
  readonly raw: string
}

const INVISIBLE = /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]/gu
/** «Org.nr.:», «Organisasjonsnummer», «NO», and 0192, which says in Peppol that a Norwegian number follows. */
const LABEL =
  /^\s*(?:0192\s*:)?\s*(?:(?:org(?:anis[a-z]*)?|foretak[a-z]*|enhet[a-z]*)[\s.:-]*)?(?:(?:nr|nummer|no|number)[\s.:#-]*)*/i
const VAT = /[\s.(]*mva[\s.)]*$/i
const DIGITS_APART = /^[\d\s.-]*$/
const NINE_DIGITS = /^\d{9}$/

/**
 * Reads an organisation number as people and systems write it: «NO 971 045 698 MVA», «Org.nr. 971045698»,
 * `0192:971045698`, with spaces, dots and characters that cannot be seen.
 *
 * Nothing is guessed: a text that holds anything else than a number and its labels has no number, since the nine
 * digits in `DE 147856205` are not a Norwegian organisation.
 */
export function cleanOrganisasjonsnummer(raw: string): CleanedNumber {
  const written = raw.normalize('NFKC').replace(/\t/g, ' ').replace(INVISIBLE, '')
  const bare = written.replace(LABEL, '').replace(VAT, '')
  const digits = DIGITS_APART.test(bare) ? bare.replace(/\D/g, '') : ''
  const number = NINE_DIGITS.test(digits) ? digits : null
  return { number, valid: number !== null && isOrganisasjonsnummer(number), raw }
}

const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2]

/** Nine digits from the series in use (8 and 9), the last a control digit by MOD 11. */
export function isOrganisasjonsnummer(number: string): boolean {
  if (!NINE_DIGITS.test(number) || !/^[89]/.test(number)) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  const control = (11 - (sum % 11)) % 11
  return control === Number(number[8])
}

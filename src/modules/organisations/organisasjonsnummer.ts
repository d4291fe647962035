export type CleanedNumber = {
  /** The nine digits, where there are exactly nine; trust them only when `valid`. */
  readonly number: string | null
  readonly valid: boolean
  /** What was written, untouched. */
  readonly raw: string
}

const INVISIBLE = /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]/gu
const LABELS = /\b(?:0192|org(?:anisasjons)?|foretaks|nr|no|num(?:mer|ber)|enhets|registeret|mva|vat)(?![a-zæøå])|[():.,;#\-–—/]/gi
const NINE_DIGITS = /^\d{9}$/

/**
 * Reads an organisation number as people and systems write it: «NO 971 045 698 MVA», «Org.nr. 971045698»,
 * `0192:971045698`, with spaces, dots and characters that cannot be seen.
 *
 * Nothing is guessed: a text that holds anything else than a number and its labels has no number, since the nine
 * digits in `DE 147856205` are not a Norwegian organisation.
 */
export function cleanOrganisasjonsnummer(raw: string): CleanedNumber {
  const digits = raw
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/^\s*NO(?=[\s\d-])/i, '')
    .replace(/(?<=\d)\s*MVA\s*\)?\s*$/i, '')
    .replace(/\b(?:organisasjons?|org)[\s.\-]*(?:nr|nummer|no)?(?![a-zæøå])/gi, '')
    .replace(LABELS, '')
    .replace(/\s/g, '')
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

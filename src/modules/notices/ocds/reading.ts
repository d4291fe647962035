import type { RemarkCode } from '#src/modules/notices/contract.ts'
import { toDecimal } from '#src/modules/notices/eforms/amounts.ts'
import { readableText } from '#src/modules/notices/free-text.ts'
import { createRemarks } from '#src/modules/notices/noted-remarks.ts'
import type { Money, Remark } from '#src/modules/notices/notice.ts'
import { personNames } from '#src/text/contact-details.ts'
import { mendEncoding } from '#src/text/mend-encoding.ts'
import { type JsonObject, lineAt, lineOf, objectAt, objectsAt, valueAt } from './json-object.ts'

/** What the parts of the reader share while one release is read. */
export type Reading = {
  readonly remark: (code: RemarkCode, path?: string, params?: Remark['params']) => void
  readonly remarks: () => readonly Remark[]
  /** Contact persons named in the release; free texts that mention them do so without their names. */
  readonly persons: readonly string[]
}

export function createReading(release: JsonObject, first: readonly Remark[]): Reading {
  const remarks = createRemarks(first)
  const contacts = objectsAt(release, 'parties').flatMap((party) => lineAt(party, 'contactPoint.name') ?? [])
  return {
    remark: (code, path, params) => remarks.note(code, path, params),
    remarks: remarks.all,
    persons: personNames(contacts.map(mendEncoding)),
  }
}

/** A free text with its lines, as a reader should see it. */
export function textAt(reading: Reading, from: JsonObject | null, path: string): string | null {
  const written = valueAt(from, path)
  if (typeof written !== 'string' || written.trim() === '') return null
  const { text, isMended, isWithoutContacts } = readableText(written.trim(), {
    persons: reading.persons,
    language: null,
  })
  if (isMended) reading.remark('textMended', path)
  if (isWithoutContacts) reading.remark('contactDetailsTakenOut', path)
  return text === '' ? null : text
}

export function titleAt(reading: Reading, from: JsonObject | null, path: string): string {
  return (textAt(reading, from, path) ?? '').replace(/\s+/g, ' ')
}

/** An OCDS value; what is no amount, or nothing, is left out with a remark. */
export function moneyAt(reading: Reading, from: JsonObject | null, path: string): Money | null {
  const value = objectAt(from, path)
  const written = lineAt(value, 'amount')
  if (!written) return null
  const amount = toDecimal(written)
  if (amount === null) {
    reading.remark('amountInvalid', path, { written })
    return null
  }
  if (/^0+(\.0+)?$/.test(amount)) {
    reading.remark('amountZero', path)
    return null
  }
  const currency = lineAt(value, 'currency')?.toUpperCase() ?? ''
  if (/^[A-Z]{3}$/.test(currency)) return { amount, currency }
  reading.remark('currencyMissing', path, { written })
  return null
}

/** CPV codes of classifications in any list; a check digit behind a dash is no part of the code. */
export function cpvOf(reading: Reading, classifications: readonly (JsonObject | null)[]): string[] {
  const codes = new Set<string>()
  for (const one of classifications) {
    const scheme = lineAt(one, 'scheme')?.toUpperCase()
    const written = lineOf(one?.id)
    if (!written || (scheme && scheme !== 'CPV')) continue
    // Written as a number it has lost the zero it began with.
    const code = /^(\d{7,8})(?:-\d)?$/.exec(written)?.[1]?.padStart(8, '0')
    if (code) codes.add(code)
    else if (scheme) reading.remark('cpvInvalid', 'classification', { code: written })
  }
  return [...codes]
}

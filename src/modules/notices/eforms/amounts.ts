import type { Money } from '#src/modules/notices/notice.ts'
import { child, line } from './element.ts'
import type { Reading } from './reading.ts'
import type { XmlElement } from './xml-tree.ts'

/** An amount with its currency; what is no amount, or nothing, is left out with a remark. */
export function moneyAt(reading: Reading, element: XmlElement | null, path: string): Money | null {
  const found = child(element, path)
  const written = line(found)
  if (!written) return null
  const amount = toDecimal(written)
  if (amount === null) {
    reading.remark('amountInvalid', found, { written })
    return null
  }
  // Zero is what forms are filled with when the value is not to be told.
  if (/^0+(\.0+)?$/.test(amount)) {
    reading.remark('amountZero', found)
    return null
  }
  const currency = found?.attributes.currencyID?.trim().toUpperCase() ?? ''
  if (/^[A-Z]{3}$/.test(currency)) return { amount, currency }
  reading.remark('currencyMissing', found, { written })
  return null
}

/** `1250000.00` as written; `1 250 000,00` as people write it. */
export function toDecimal(written: string): string | null {
  const plain = written.replace(/[\s\u00a0\u202f]/g, '').replace(/^\+/, '')
  const dotted = /^\d+,\d{1,2}$/.test(plain) ? plain.replace(',', '.') : plain
  if (!/^\d{1,18}(\.\d{1,6})?$/.test(dotted)) return null
  return dotted.replace(/^0+(?=\d)/, '')
}

/** A whole number, or null. */
export function countAt(element: XmlElement | null, path: string): number | null {
  const written = line(child(element, path))
  return written && /^\d{1,9}(\.0+)?$/.test(written) ? Math.trunc(Number(written)) : null
}

export function numberOf(element: XmlElement | null): number | null {
  const written = line(element)?.replace(',', '.')
  return written && /^-?\d{1,12}(\.\d{1,9})?$/.test(written) ? Number(written) : null
}

/** The sum of amounts in one currency, exactly; null when they cannot be added. */
export function sumOf(amounts: readonly (Money | null)[]): Money | null {
  const [first] = amounts
  if (!first || amounts.some((one) => one?.currency !== first.currency)) return null
  const parts = amounts.map((one) => one?.amount ?? '0')
  const decimals = Math.max(...parts.map((part) => part.split('.')[1]?.length ?? 0))
  const total = parts
    .reduce((sum, part) => sum + scaled(part, decimals), 0n)
    .toString()
    .padStart(decimals + 1, '0')
  const amount = decimals === 0 ? total : `${total.slice(0, -decimals)}.${total.slice(-decimals)}`
  return { amount, currency: first.currency }
}

function scaled(amount: string, decimals: number): bigint {
  const [whole = '0', fraction = ''] = amount.split('.')
  return BigInt(whole + fraction.padEnd(decimals, '0'))
}

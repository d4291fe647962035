import { TIME_ZONE } from '#src/platform/clock.ts'
import type { Language } from '#src/platform/language.ts'

const LOCALES = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const satisfies Record<Language, string>

export type Formats = {
  readonly number: (value: number) => string
  /** An amount as its register writes it («1250000.00»); whole kroner are enough for a reader. */
  readonly money: (amount: string, currency: string) => string
  /** A day («2026-11-21», a plain date, or an instant seen from Oslo) as «21. november 2026». */
  readonly date: (day: string | Date | Temporal.PlainDate) => string
  /** An instant with the time and the zone, for deadlines. */
  readonly dateTime: (instant: string | Date) => string
  readonly list: (items: readonly string[]) => string
}

const made = new Map<Language, Formats>()

/** Numbers, kroner, dates and lists in the form of the language. */
export function formatsIn(language: Language): Formats {
  const known = made.get(language)
  if (known) return known
  const formats = makeFormats(LOCALES[language])
  made.set(language, formats)
  return formats
}

function makeFormats(locale: string): Formats {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const dayInOslo = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: TIME_ZONE })
  const moment = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: TIME_ZONE,
    timeZoneName: 'short',
  })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    number: (value) => number.format(value),
    money: (amount, currency) => moneyFormat(locale, currency)(Number(amount)),
    date: (value) =>
      value instanceof Date ? dayInOslo.format(value) : day.format(new Date(`${value}T00:00:00Z`)),
    dateTime: (instant) => moment.format(new Date(instant)),
    list: (items) => list.format(items),
  }
}

function moneyFormat(locale: string, currency: string): (amount: number) => string {
  if (!/^[A-Z]{3}$/.test(currency))
    return (amount) => `${new Intl.NumberFormat(locale).format(amount)} ${currency}`
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: currency === 'NOK' ? 'symbol' : 'code',
    maximumFractionDigits: 0,
  })
  return (amount) => format.format(amount)
}

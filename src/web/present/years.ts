import type { Messages } from '#src/messages/index.ts'

/** «2014», «2016–2018» or «fra 2019»; null when nothing is known. */
export function yearsText(fromYear: number | null, toYear: number | null, { t }: Messages): string | null {
  if (fromYear && toYear) return fromYear === toYear ? `${fromYear}` : `${fromYear}–${toYear}`
  if (fromYear) return t('site.years.from', { year: `${fromYear}` })
  return toYear ? `${toYear}` : null
}

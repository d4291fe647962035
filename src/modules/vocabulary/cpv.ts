import type { Language, LocalisedText } from '#src/platform/language.ts'
import type { CpvFile } from './data-schema.ts'
import { readData } from './read-data.ts'

/** A CPV code with words: every division and group, and what municipalities often buy below them. */
export type CpvClass = {
  /** Eight digits, as in a notice. */
  readonly code: string
  readonly label: LocalisedText
}

const LABELS = new Map(Object.entries(readData<CpvFile>('cpv.json').codes))

/**
 * What a code stands for: its own words, else those of the nearest code above it that we have words
 * for. A code of no known division is shown as it is.
 */
export function cpvLabel(code: string, language: Language): string {
  return nearestCpv(code)?.label[language] ?? code
}

/** The nearest known code at or above `code`; null when not even the division exists. */
export function nearestCpv(code: string): CpvClass | null {
  const digits = significantDigits(code)
  for (let length = digits.length; length >= 2; length -= 1) {
    const prefix = digits.slice(0, length)
    const label = LABELS.get(prefix)
    if (label) return { code: toCode(prefix), label }
  }
  return null
}

/** The division of a code as eight digits (`72000000`); null when there is no such division. */
export function cpvDivision(code: string): string | null {
  const division = significantDigits(code).slice(0, 2)
  return LABELS.has(division) ? toCode(division) : null
}

/** The 45 divisions in order, for facets and lists. */
export function cpvDivisions(): readonly CpvClass[] {
  return [...LABELS]
    .filter(([prefix]) => prefix.length === 2)
    .map(([prefix, label]) => ({ code: toCode(prefix), label }))
    .sort((a, b) => a.code.localeCompare(b.code))
}

/**
 * Accepts `72000000`, `72000000-5` and `72`. A shorter text is a code from its beginning, so `3` is
 * nothing while `30` is a division.
 */
function significantDigits(code: string): string {
  const [digits = ''] = code.trim().split('-')
  if (!/^\d{2,8}$/.test(digits)) return ''
  return digits.slice(0, 2) + digits.slice(2).replace(/0+$/, '')
}

function toCode(prefix: string): string {
  return prefix.padEnd(8, '0')
}

import type { CpvThemesFile } from './data-schema.ts'
import { readData } from './read-data.ts'

const THEMES = new Map(Object.entries(readData<CpvThemesFile>('cpv-themes.json').themes))

/**
 * The service area that a purchase with this code mostly serves, by our own reading of CPV; null for a code of no known
 * division. A help to sort by: a code says what is bought, and seldom for whom.
 */
export function cpvTheme(code: string): string | null {
  const [digits = ''] = code.trim().split('-')
  for (let length = digits.length; length >= 2; length -= 1) {
    const found = THEMES.get(digits.slice(0, length))
    if (found) return found
  }
  return null
}

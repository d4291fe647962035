import type { Language } from '#src/platform/language.ts'
import { address } from '#src/web/paths.ts'

/** What a case can be taken away as: to read and keep, and to work on. */
export const PAPER_FORMATS = ['pdf', 'docx'] as const
export type PaperFormat = (typeof PAPER_FORMATS)[number]

/** The address of an earlier version as a paper; it never changes. */
export function versionPaperAddress(
  language: Language,
  { id, version }: { readonly id: string; readonly version: string },
  format: PaperFormat,
): string {
  return `${address(language, 'caseVersion', { id, version })}/papir.${format}`
}

export function casePaperAddress(language: Language, id: string, format: PaperFormat): string {
  return `${address(language, 'case', { id })}/papir.${format}`
}

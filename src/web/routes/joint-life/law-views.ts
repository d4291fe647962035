import { lawsOf } from '#src/modules/joint-procurement/index.ts'
import type { Language } from '#src/platform/language.ts'
import type { LawView } from './laws.tsx'

/** The rules of these ids, in the reader's language. */
export function lawViews(ids: readonly string[], language: Language): readonly LawView[] {
  return lawsOf(ids).map(({ reference, says, url, lastChecked, needsLawyer }) => ({
    reference,
    says: says[language],
    url,
    lastChecked,
    needsLawyer,
  }))
}

import { createTextMatcher, type TextMatcher } from '#src/modules/search/index.ts'
import { concepts } from '#src/modules/vocabulary/index.ts'

let made: TextMatcher | null = null

/** Finds among texts that are at hand; made when it is first asked, since that takes a moment. */
export function textMatcher(): TextMatcher {
  made ??= createTextMatcher(concepts())
  return made
}

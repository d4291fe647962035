import { isMessageKey, messagesIn } from '#src/messages/index.ts'
import { county, municipality, type Register } from '#src/modules/organisations/index.ts'
import type { Facet } from '#src/modules/search/contract.ts'
import { codeLabel, cpvLabel, themeLabel } from '#src/modules/vocabulary/index.ts'
import type { Language } from '#src/platform/language.ts'

export type FacetWords = (facet: Facet, value: string) => string

/** What the values of facets are called; a value without known words is shown as it is. */
export function facetWords(register: Register, lang: Language): FacetWords {
  const message = (key: string) => (isMessageKey(key) ? messagesIn(lang).t(key) : null)
  const words: { readonly [facet in Facet]: (value: string) => string | null } = {
    type: (value) => message(`search.type.${value}`),
    kind: (value) => message(`case.kind.${value}`),
    theme: (value) => themeLabel(value, lang),
    county: (value) => county(register, value)?.name ?? null,
    municipality: (value) => municipality(register, value)?.name ?? null,
    cpv: (value) => cpvLabel(value, lang),
    procedure: (value) => codeLabel('procedure-type', value, lang),
    year: (value) => value,
    innovation: (value) => message(`search.innovation.${value}`),
    joint: (value) => message(`search.joint.${value}`),
  }
  return (facet, value) => words[facet](value) ?? value
}

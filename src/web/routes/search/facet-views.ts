import { isMessageKey, type Messages } from '#src/messages/index.ts'
import { county, municipality, type Register } from '#src/modules/organisations/index.ts'
import {
  FACETS,
  type Facet,
  type FacetCount,
  type SearchAnswer,
  type SearchQuery,
} from '#src/modules/search/contract.ts'
import { ancestors, codeLabel, cpvLabel, themeLabel } from '#src/modules/vocabulary/index.ts'
import { compareNames } from '#src/platform/compare-names.ts'
import { searchAddress } from '#src/web/present/search-address.ts'
import type { FacetView } from '#src/web/ui/facet-list.tsx'

export type ChipView = { readonly text: string; readonly href: string }

/** Facets a reader meets open; the others are one step away. */
const OPEN: ReadonlySet<Facet> = new Set(['type', 'theme', 'county'])
const MOST_OPTIONS = 60

type Words = { readonly register: Register; readonly messages: Messages }

/** The facets that narrow anything, with their values in words, the chosen ones first. */
export function facetViews(query: SearchQuery, { facets }: SearchAnswer, words: Words): readonly FacetView[] {
  return FACETS.map((facet) => ({
    name: facet,
    title: words.messages.t(`search.facet.${facet}`),
    open: OPEN.has(facet) || query[facet].length > 0,
    options: withChosen(facets[facet], query[facet])
      .map(({ value, count }) => ({
        value,
        count,
        label: facetLabel(facet, value, words),
        chosen: query[facet].some((one) => one === value),
      }))
      .sort((a, b) => Number(b.chosen) - Number(a.chosen) || order(facet, a, b))
      .slice(0, MOST_OPTIONS),
  })).filter(({ options }) => options.length > 1 || options.some((option) => option.chosen))
}

function order(facet: Facet, a: { value: string; label: string; count: number }, b: typeof a): number {
  if (facet === 'year') return b.value.localeCompare(a.value)
  if (facet === 'theme' && depth(a) !== depth(b)) return depth(a) - depth(b)
  return b.count - a.count || compareNames(a.label, b.label)
}

/** Broad themes come before narrow ones. */
function depth({ value }: { value: string }): number {
  return ancestors(value).length
}

/** A chosen value stays in its list also when nothing has it, or one could not take it away. */
function withChosen(counts: readonly FacetCount[], chosen: readonly string[]): readonly FacetCount[] {
  const missing = chosen.filter((value) => counts.every((count) => count.value !== value))
  return [...counts, ...missing.map((value) => ({ value, count: 0 }))]
}

/** What is chosen, each with the address of the same search without it. */
export function chips(query: SearchQuery, words: Words): readonly ChipView[] {
  const { t, language } = words.messages
  const also =
    query.boughtFor === 'too'
      ? [
          {
            text: t('search.boughtFor'),
            href: searchAddress(language, { ...query, boughtFor: 'named', offset: 0 }),
          },
        ]
      : []
  const chosen = FACETS.flatMap((facet) =>
    query[facet].map((value) => ({
      text: facetLabel(facet, value, words),
      href: searchAddress(words.messages.language, {
        ...query,
        offset: 0,
        [facet]: query[facet].filter((other) => other !== value),
      }),
    })),
  )
  return [...chosen, ...also]
}

function facetLabel(facet: Facet, value: string, { register, messages }: Words): string {
  const { t, language } = messages
  switch (facet) {
    case 'theme':
      return themeLabel(value, language)
    case 'county':
      return county(register, value)?.name ?? value
    case 'municipality':
      return municipality(register, value)?.name ?? value
    case 'cpv':
      return cpvLabel(value.padEnd(8, '0'), language)
    case 'procedure':
      return codeLabel('procedure-type', value, language)
    case 'year':
      return value
    default: {
      const key = facet === 'kind' ? `case.kinds.${value}` : `search.${facet}.${value}`
      return isMessageKey(key) ? t(key) : value
    }
  }
}

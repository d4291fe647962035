import type { MatterRef } from '#src/modules/needs/index.ts'
import type { Language } from '#src/platform/language.ts'
import type { PaperFormat } from '#src/web/papers/paper-address.ts'
import { address, inLanguage } from './paths.ts'

export type MarketPage = 'answer' | 'levelling' | 'summary' | 'dialogue'

const PAGES_OF = {
  need: {
    answer: 'needAnswer',
    levelling: 'needLevelling',
    summary: 'needSummary',
    dialogue: 'needDialogue',
  },
  demand: {
    answer: 'demandAnswer',
    levelling: 'demandLevelling',
    summary: 'demandSummary',
    dialogue: 'demandDialogue',
  },
} as const

type Of = Pick<MatterRef, 'kind'> & { readonly id: string }

/** The page of the need or demand itself. */
export function matterAddress(language: Language, { kind, id }: Of): string {
  return inLanguage(`/${kind === 'need' ? 'behov' : 'felles-behov'}/${id}`, language)
}

export function marketAddress(language: Language, { kind, id }: Of, page: MarketPage): string {
  return address(language, PAGES_OF[kind][page], { id })
}

/** What can be taken away of a market as a paper. */
export const MARKET_PAPERS = ['levelling', 'summary'] as const
export type MarketPaper = (typeof MARKET_PAPERS)[number]

type Paper = { readonly paper: MarketPaper; readonly format: PaperFormat }

export function marketPaperAddress(language: Language, of: Of, { paper, format }: Paper): string {
  return `${marketAddress(language, of, paper)}/papir.${format}`
}

export function demandPaperAddress(language: Language, id: string, format: PaperFormat): string {
  return `${address(language, 'demand', { id })}/papir.${format}`
}

/** Which of the two an address is about. */
export function matterKindOf(pathname: string): MatterRef['kind'] {
  return inLanguage(pathname, 'nb').startsWith('/felles-behov/') ? 'demand' : 'need'
}

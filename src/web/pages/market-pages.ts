import type { PageFacts } from '#src/web/paths.ts'

const open = { sitemap: false, hydrates: false, access: 'everyone', examples: [] } as const
const answer = { ...open, file: 'routes/market-answer/page.tsx', access: ['supplier'] } as const
const log = { ...open, file: 'routes/levelling-log/page.tsx' } as const
const summary = { ...open, file: 'routes/dialogue-summary/page.tsx' } as const
const dialogue = { ...open, file: 'routes/market-dialogue/page.tsx', access: 'signedIn' } as const

/**
 * What suppliers answer and buyers tell, of a need and of a demand of several: the same pages. Of a need that one may
 * not read there is none of it.
 */
export const MARKET_PAGES = {
  needAnswer: { path: '/behov/:id/svar', ...answer },
  needLevelling: { path: '/behov/:id/utjevningslogg', ...log },
  needSummary: { path: '/behov/:id/oppsummering', ...summary },
  needDialogue: { path: '/behov/:id/dialog', ...dialogue },
  demandAnswer: { path: '/felles-behov/:id/svar', ...answer },
  demandLevelling: { path: '/felles-behov/:id/utjevningslogg', ...log },
  demandSummary: { path: '/felles-behov/:id/oppsummering', ...summary },
  demandDialogue: { path: '/felles-behov/:id/dialog', ...dialogue },
} as const satisfies Record<string, PageFacts>

import type { PageFacts } from '#src/web/paths.ts'

const open = { sitemap: false, hydrates: false, access: 'everyone' } as const
const writing = {
  sitemap: false,
  hydrates: false,
  access: ['contributor', 'coordinator', 'network-leader', 'consultant'],
} as const

/** What several need together. A demand that one may not know of is not there. */
export const DEMAND_PAGES = {
  demands: {
    path: '/felles-behov',
    file: 'routes/demands/page.tsx',
    examples: ['/felles-behov'],
    ...open,
    sitemap: true,
  },
  demandNew: { path: '/felles-behov/nytt', file: 'routes/demand-new/page.tsx', examples: [], ...writing },
  demand: { path: '/felles-behov/:id', file: 'routes/demand/page.tsx', examples: [], ...open },
  demandStatement: {
    path: '/felles-behov/:id/beskrivelse',
    file: 'routes/demand-statement/page.tsx',
    examples: [],
    ...writing,
  },
  demandHistory: {
    path: '/felles-behov/:id/historikk',
    file: 'routes/demand-history/page.tsx',
    examples: [],
    ...open,
  },
} as const satisfies Record<string, PageFacts>

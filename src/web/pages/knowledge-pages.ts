import type { PageFacts } from '#src/web/paths.ts'

const open = { hydrates: false, access: 'everyone' } as const

/** What others asked the market for, one by one, and what stopped them. A story that is hidden is not there for others. */
export const KNOWLEDGE_PAGES = {
  requirements: {
    path: '/krav',
    file: 'routes/requirements/page.tsx',
    examples: ['/krav', '/krav?kind=requirement&q=nattro'],
    sitemap: true,
    ...open,
  },
  requirementsCompared: {
    path: '/krav/sammenlign',
    file: 'routes/requirements/compare/page.tsx',
    examples: ['/krav/sammenlign'],
    sitemap: false,
    ...open,
  },
  stops: {
    path: '/hva-stoppet-oss',
    file: 'routes/stops/page.tsx',
    examples: ['/hva-stoppet-oss', '/hva-stoppet-oss?reason=no-money'],
    sitemap: true,
    ...open,
  },
  stopNew: {
    path: '/hva-stoppet-oss/ny',
    file: 'routes/stops/new/page.tsx',
    examples: ['/hva-stoppet-oss/ny'],
    sitemap: false,
    hydrates: false,
    access: ['contributor', 'coordinator', 'network-leader', 'consultant'],
  },
  stop: {
    path: '/hva-stoppet-oss/:id',
    file: 'routes/stops/stop/page.tsx',
    examples: [],
    sitemap: false,
    ...open,
  },
  stopCorrect: {
    path: '/hva-stoppet-oss/:id/rett',
    file: 'routes/stops/correct/page.tsx',
    examples: [],
    sitemap: false,
    hydrates: false,
    access: ['contributor', 'coordinator', 'network-leader', 'consultant'],
  },
} as const satisfies Record<string, PageFacts>

import type { PageFacts } from '#src/web/paths.ts'

const open = { sitemap: false, hydrates: false, access: 'everyone' } as const
const within = { ...open, access: 'signedIn' } as const

/** The check before publication, and the papers. For those who do not take part they are not there. */
export const GATE_PAGES = {
  jointGate: {
    path: '/fellesanskaffelser/:id/kontroll',
    file: 'routes/joint-gate/page.tsx',
    examples: [],
    ...within,
  },
  jointDraft: {
    path: '/fellesanskaffelser/:id/kontroll/utkast',
    file: 'routes/joint-draft/page.tsx',
    examples: [],
    ...within,
  },
  jointPapers: {
    path: '/fellesanskaffelser/:id/dokumenter',
    file: 'routes/joint-papers/page.tsx',
    examples: [],
    ...open,
  },
} as const satisfies Record<string, PageFacts>

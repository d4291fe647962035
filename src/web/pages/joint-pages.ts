import type { PageFacts } from '#src/web/paths.ts'

const open = { sitemap: false, hydrates: false, access: 'everyone' } as const
/** Those of its rooms that are for whoever takes part; the page asks which procurement they take part in. */
const within = { sitemap: false, hydrates: false, access: 'signedIn' } as const

/** Buying together. One that a reader may not know of is not there. */
export const JOINT_PAGES = {
  jointProcurements: {
    path: '/fellesanskaffelser',
    file: 'routes/joint-procurements/page.tsx',
    examples: ['/fellesanskaffelser'],
    ...open,
    sitemap: true,
  },
  jointProcurementNew: {
    path: '/fellesanskaffelser/ny',
    file: 'routes/joint-procurement-new/page.tsx',
    examples: ['/fellesanskaffelser/ny'],
    ...within,
    access: ['coordinator'],
  },
  jointProcurement: {
    path: '/fellesanskaffelser/:id',
    file: 'routes/joint-procurement/page.tsx',
    examples: [],
    ...open,
  },
  jointParticipants: {
    path: '/fellesanskaffelser/:id/deltakere',
    file: 'routes/joint-participants/page.tsx',
    examples: [],
    ...open,
  },
  jointParticipant: {
    path: '/fellesanskaffelser/:id/deltakere/:organisation',
    file: 'routes/joint-participant/page.tsx',
    examples: [],
    ...within,
  },
  jointSettings: {
    path: '/fellesanskaffelser/:id/innstillinger',
    file: 'routes/joint-settings/page.tsx',
    examples: [],
    ...within,
  },
} as const satisfies Record<string, PageFacts>

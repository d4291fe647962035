import type { PageFacts } from '#src/web/paths.ts'

const open = { hydrates: false, access: 'everyone' } as const

/** Who should buy together. A group is made of what the reader may know of, and of nothing else. */
export const MATCH_PAGES = {
  groups: {
    path: '/behov/grupper',
    file: 'routes/groups/page.tsx',
    examples: ['/behov/grupper'],
    sitemap: true,
    ...open,
  },
  needGroups: {
    path: '/behov/:id/grupper',
    file: 'routes/need-groups/page.tsx',
    examples: [],
    sitemap: false,
    ...open,
  },
} as const satisfies Record<string, PageFacts>

import type { PageFacts } from '#src/web/paths.ts'

const open = { sitemap: false, hydrates: false, access: 'everyone' } as const
const writing = {
  examples: [],
  sitemap: false,
  hydrates: false,
  access: ['contributor', 'coordinator', 'network-leader', 'consultant'],
} as const

/** Where a need is announced before there is a procurement. One that somebody may not know of is not there. */
export const NEED_PAGES = {
  needs: {
    path: '/behov',
    file: 'routes/needs/page.tsx',
    examples: ['/behov', '/behov?q=nattilsyn&height=adapt'],
    ...open,
    sitemap: true,
  },
  needsFeed: { path: '/behov.atom', file: 'routes/needs/feed.ts', examples: [], ...open },
  needNew: {
    path: '/behov/nytt',
    file: 'routes/need-new/page.tsx',
    ...writing,
    examples: ['/behov/nytt', '/behov/nytt?eksempel=case-016'],
  },
  need: { path: '/behov/:id', file: 'routes/need/page.tsx', examples: [], ...open },
  needStep: { path: '/behov/:id/skriv/:step', file: 'routes/need-step/page.tsx', ...writing },
  needSimilar: { path: '/behov/:id/noe-som-ligner', file: 'routes/need-similar/page.tsx', ...writing },
  needAnnounce: { path: '/behov/:id/meld', file: 'routes/need-announce/page.tsx', ...writing },
  needManage: { path: '/behov/:id/styr', file: 'routes/need-manage/page.tsx', ...writing },
  needPriorNotice: {
    path: '/behov/:id/veiledende-kunngjoring',
    file: 'routes/need-prior-notice/page.tsx',
    examples: [],
    ...open,
  },
  needPriorNoticeFile: {
    path: '/behov/:id/veiledende-kunngjoring/fil',
    file: 'routes/need-prior-notice/file.ts',
    examples: [],
    ...open,
  },
  myNeeds: {
    path: '/mine-behov',
    file: 'routes/my-needs/page.tsx',
    examples: ['/mine-behov'],
    sitemap: false,
    hydrates: false,
    access: 'signedIn',
  },
} as const satisfies Record<string, PageFacts>

import type { PageFacts } from '#src/web/paths.ts'

const open = { sitemap: false, hydrates: false, access: 'everyone' } as const
const writing = {
  sitemap: false,
  hydrates: false,
  access: ['contributor', 'coordinator', 'network-leader', 'consultant'],
} as const

/** Taking what others have told of into use, and how it spreads. An adoption that one may not know of is not there. */
export const ADOPTION_PAGES = {
  takeIntoUse: {
    path: '/anskaffelser/:id/ta-i-bruk',
    file: 'routes/take-into-use/page.tsx',
    examples: ['/anskaffelser/case-016/ta-i-bruk'],
    ...writing,
  },
  adoption: { path: '/adopsjoner/:id', file: 'routes/adoption/page.tsx', examples: [], ...open },
  myAdoptions: {
    path: '/mine-adopsjoner',
    file: 'routes/my-adoptions/page.tsx',
    examples: ['/mine-adopsjoner'],
    ...writing,
    access: 'signedIn',
  },
  spread: {
    path: '/spredning/:kind/:id',
    file: 'routes/spread/page.tsx',
    examples: [
      '/spredning/case/case-016',
      '/spredning/solution/solution-001',
      '/spredning/theme/helse-og-velferd',
    ],
    ...open,
  },
  spreadFile: {
    path: '/spredning/:kind/:id/fil',
    file: 'routes/spread/file.ts',
    examples: [],
    ...open,
  },
  supplierWords: {
    path: '/redaksjon/leverandorord',
    file: 'routes/supplier-words/page.tsx',
    examples: ['/redaksjon/leverandorord'],
    ...writing,
    access: ['curator'],
  },
} as const satisfies Record<string, PageFacts>

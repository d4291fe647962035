import type { PageFacts } from '#src/web/paths.ts'

const open = { sitemap: false, hydrates: false, access: 'everyone' } as const
const writers = {
  sitemap: false,
  hydrates: false,
  access: ['contributor', 'coordinator', 'network-leader', 'consultant'],
} as const

/** The bank of documents, and what one does with a document. One that is secret is not there for others. */
export const DOCUMENT_PAGES = {
  documents: {
    path: '/dokumenter',
    file: 'routes/documents/page.tsx',
    examples: ['/dokumenter', '/dokumenter?kind=requirements&q=nattro'],
    sitemap: true,
    hydrates: false,
    access: 'everyone',
  },
  documentNew: {
    path: '/dokumenter/ny',
    file: 'routes/documents/new/page.tsx',
    examples: ['/dokumenter/ny'],
    ...writers,
  },
  document: { path: '/dokumenter/:id', file: 'routes/documents/document/page.tsx', examples: [], ...open },
  documentVersion: {
    path: '/dokumenter/:id/ny-versjon',
    file: 'routes/documents/version/page.tsx',
    examples: [],
    ...writers,
  },
  documentEdit: {
    path: '/dokumenter/:id/rediger',
    file: 'routes/documents/edit/page.tsx',
    examples: [],
    ...writers,
  },
  documentWithdraw: {
    path: '/dokumenter/:id/trekk-tilbake',
    file: 'routes/documents/withdraw/page.tsx',
    examples: [],
    ...writers,
    access: [...writers.access, 'curator'],
  },
} as const satisfies Record<string, PageFacts>

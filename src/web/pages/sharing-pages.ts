import type { PageFacts } from '#src/web/paths.ts'

const read = { sitemap: true, hydrates: false, access: 'everyone' } as const
const record = { sitemap: false, hydrates: false, access: 'everyone' } as const
const writing = {
  examples: [],
  sitemap: false,
  hydrates: false,
  access: ['contributor', 'coordinator', 'network-leader', 'consultant', 'curator'],
} as const

/** Where one tells of a procurement, reads what others of one's own have written, and follows what has become of it. */
export const SHARING_PAGES = {
  caseHistory: {
    path: '/anskaffelser/:id/historikk',
    file: 'routes/case-history/page.tsx',
    examples: ['/anskaffelser/case-016/historikk'],
    ...record,
  },
  caseVersion: {
    path: '/anskaffelser/:id/versjoner/:version',
    file: 'routes/case-version/page.tsx',
    examples: ['/anskaffelser/case-016/versjoner/1'],
    ...record,
  },
  caseChanges: {
    path: '/anskaffelser/:id/endringer/:from/:to',
    file: 'routes/case-changes/page.tsx',
    examples: [],
    ...record,
  },
  caseConfirm: { path: '/anskaffelser/:id/bekreft', file: 'routes/case-confirm/page.tsx', ...writing },
  caseAsk: {
    path: '/anskaffelser/:id/be-om-endring',
    file: 'routes/case-ask/page.tsx',
    ...writing,
    access: ['curator'],
  },
  caseContact: {
    path: '/anskaffelser/:id/kontaktperson',
    file: 'routes/case-contact/page.tsx',
    ...writing,
    access: ['contributor', 'coordinator', 'network-leader', 'consultant'],
  },
  caseEdit: {
    path: '/anskaffelser/:id/rediger/:step',
    file: 'routes/case-edit/page.tsx',
    ...writing,
    access: ['curator'],
  },
  caseSuggest: {
    path: '/anskaffelser/:id/foresla-rettelse',
    file: 'routes/case-suggest/page.tsx',
    ...writing,
    access: ['contributor', 'coordinator', 'network-leader', 'consultant'],
  },
  caseWithdraw: {
    path: '/anskaffelser/:id/trekk-tilbake',
    file: 'routes/case-withdraw/page.tsx',
    ...writing,
    access: ['coordinator', 'curator'],
  },
  share: { path: '/del', file: 'routes/share/page.tsx', examples: ['/del'], ...read },
  draftReview: { path: '/del/:draft/se-gjennom', file: 'routes/draft-review/page.tsx', ...writing },
  draftPublish: { path: '/del/:draft/publiser', file: 'routes/draft-publish/page.tsx', ...writing },
  draft: { path: '/del/:draft', file: 'routes/draft/page.tsx', ...writing },
  draftStep: { path: '/del/:draft/:step', file: 'routes/draft-step/page.tsx', ...writing },
  myDrafts: {
    path: '/mine-utkast',
    file: 'routes/my-drafts/page.tsx',
    ...writing,
    examples: ['/mine-utkast'],
  },
  editorial: {
    path: '/redaksjon',
    file: 'routes/editorial/page.tsx',
    ...writing,
    examples: ['/redaksjon'],
    access: ['curator'],
  },
} as const satisfies Record<string, PageFacts>

import type { PageFacts } from './paths.ts'

const own = { sitemap: false, hydrates: false, access: 'signedIn' } as const
const open = { sitemap: false, hydrates: false, access: 'everyone' } as const

/** The pages on who acts for whom, what was done, and what is stored of people. */
export const PEOPLE_PAGES = {
  join: {
    path: '/bli-med',
    file: 'routes/join/page.tsx',
    examples: ['/bli-med', '/bli-med?leverandor'],
    ...own,
  },
  myRoles: { path: '/mine-roller', file: 'routes/my-roles/page.tsx', examples: ['/mine-roller'], ...own },
  organisation: {
    path: '/virksomhet',
    file: 'routes/organisation/page.tsx',
    examples: ['/virksomhet'],
    ...own,
  },
  member: {
    path: '/virksomhet/medlemmer/:id',
    file: 'routes/member/page.tsx',
    examples: [],
    ...own,
    access: ['coordinator', 'supplier'],
  },
  mandates: {
    path: '/virksomhet/mandater',
    file: 'routes/mandates/page.tsx',
    examples: ['/virksomhet/mandater'],
    ...own,
  },
  advisers: {
    path: '/virksomhet/radgivere',
    file: 'routes/advisers/page.tsx',
    examples: ['/virksomhet/radgivere'],
    ...own,
    access: ['coordinator'],
  },
  organisationLog: {
    path: '/virksomhet/logg',
    file: 'routes/organisation-log/page.tsx',
    examples: ['/virksomhet/logg'],
    ...own,
    access: ['coordinator'],
  },
  organisationLogFile: {
    path: '/virksomhet/logg/fil',
    file: 'routes/organisation-log/file.ts',
    examples: [],
    ...own,
    access: ['coordinator'],
  },
  adviser: {
    path: '/radgiver',
    file: 'routes/adviser/page.tsx',
    examples: ['/radgiver'],
    ...own,
    access: ['adviser'],
  },
  adviserDrafts: {
    path: '/radgiver/utkast/:organisation',
    file: 'routes/adviser-drafts/page.tsx',
    examples: [],
    ...own,
    access: ['adviser'],
  },
  adviserDraft: {
    path: '/radgiver/utkast/:organisation/:draft',
    file: 'routes/adviser-draft/page.tsx',
    examples: [],
    ...own,
    access: ['adviser'],
  },
  administration: {
    path: '/administrasjon',
    file: 'routes/administration/page.tsx',
    examples: ['/administrasjon'],
    ...own,
    access: ['administrator', 'curator'],
  },
  platformAsk: {
    path: '/administrasjon/foresporsler/:id',
    file: 'routes/platform-ask/page.tsx',
    examples: [],
    ...own,
    access: ['administrator', 'curator'],
  },
  curatorLog: {
    path: '/redaksjon/logg',
    file: 'routes/curator-log/page.tsx',
    examples: ['/redaksjon/logg'],
    ...own,
    access: ['curator'],
  },
  curatorLogFile: {
    path: '/redaksjon/logg/fil',
    file: 'routes/curator-log/file.ts',
    examples: [],
    ...own,
    access: ['curator'],
  },
  removalRequests: {
    path: '/redaksjon/henvendelser',
    file: 'routes/removal-requests/page.tsx',
    examples: ['/redaksjon/henvendelser'],
    ...own,
    access: ['curator'],
  },
  removalRequest: {
    path: '/redaksjon/henvendelser/:id',
    file: 'routes/removal-request/page.tsx',
    examples: [],
    ...own,
    access: ['curator'],
  },
  myData: { path: '/mine-data', file: 'routes/my-data/page.tsx', examples: ['/mine-data'], ...own },
  myDataFile: { path: '/mine-data/fil', file: 'routes/my-data/file.ts', examples: [], ...own },
  apiTokens: {
    path: '/mine-api-nokler',
    file: 'routes/api-tokens/page.tsx',
    examples: ['/mine-api-nokler'],
    ...own,
  },
  noticeJudgement: {
    path: '/kunngjoringer/:id/vurdering',
    file: 'routes/notice-judgement/page.tsx',
    examples: [],
    ...own,
  },
  askForRemoval: {
    path: '/personvern/fjern',
    file: 'routes/ask-for-removal/page.tsx',
    examples: ['/personvern/fjern'],
    ...open,
  },
  followRemoval: {
    path: '/personvern/fjern/:secret',
    file: 'routes/follow-removal/page.tsx',
    examples: [],
    ...open,
  },
} as const satisfies Record<string, PageFacts>

import type { PageFacts } from '#src/web/paths.ts'

const open = { sitemap: false, hydrates: false, access: 'everyone' } as const
/** For whoever takes part; the page asks which procurement they take part in. */
const within = { sitemap: false, hydrates: false, access: 'signedIn' } as const

/** What happens in a joint procurement, and after it. */
export const JOINT_LIFE_PAGES = {
  jointTalk: {
    path: '/fellesanskaffelser/:id/samtale',
    file: 'routes/joint-life/talk/page.tsx',
    examples: [],
    ...within,
  },
  jointArchive: {
    path: '/fellesanskaffelser/:id/samtale/arkiv',
    file: 'routes/joint-life/talk/archive.ts',
    examples: [],
    ...within,
  },
  jointMeetings: {
    path: '/fellesanskaffelser/:id/moter',
    file: 'routes/joint-life/meetings/page.tsx',
    examples: [],
    ...within,
  },
  jointCalendar: {
    path: '/fellesanskaffelser/:id/moter.ics',
    file: 'routes/joint-life/meetings/calendar.ts',
    examples: [],
    ...within,
  },
  jointMeeting: {
    path: '/fellesanskaffelser/:id/moter/:meeting',
    file: 'routes/joint-life/meeting/page.tsx',
    examples: [],
    ...within,
  },
  jointMeetingFile: {
    path: '/fellesanskaffelser/:id/moter/:meeting/kalender.ics',
    file: 'routes/joint-life/meeting/calendar.ts',
    examples: [],
    ...within,
  },
  jointContract: {
    path: '/fellesanskaffelser/:id/kontrakt',
    file: 'routes/joint-life/contract/page.tsx',
    examples: [],
    ...within,
  },
  jointBenefit: {
    path: '/fellesanskaffelser/:id/gevinst',
    file: 'routes/joint-life/benefit/page.tsx',
    examples: [],
    ...open,
  },
  jointWithdraw: {
    path: '/fellesanskaffelser/:id/trekk',
    file: 'routes/joint-life/withdraw/page.tsx',
    examples: [],
    ...within,
  },
} as const satisfies Record<string, PageFacts>

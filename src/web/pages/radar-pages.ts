import type { PageFacts } from '#src/web/paths.ts'

const file = { examples: [], sitemap: false, hydrates: false, access: 'everyone' } as const

/** What is coming, open to all: to be looked at, followed in a reader, and put in a calendar. */
export const RADAR_PAGES = {
  radar: {
    path: '/radar',
    file: 'routes/radar/page.tsx',
    examples: [
      '/radar',
      '/radar?kommune=5033&krets=samarbeid',
      '/radar?kommune=5033&visning=hjul',
      '/radar?fylke=50&krets=fylke&visning=tema',
    ],
    sitemap: true,
    hydrates: false,
    access: 'everyone',
  },
  radarFeed: { path: '/radar.atom', file: 'routes/radar/feed.ts', ...file },
  radarCalendar: { path: '/radar.ics', file: 'routes/radar/calendar.ts', ...file },
} as const satisfies Record<string, PageFacts>

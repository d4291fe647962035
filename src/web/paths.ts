import { matchPath } from 'react-router'
import type { Role } from '#src/modules/identity/contract.ts'
import { LANGUAGES, type Language } from '#src/platform/language.ts'
import { ADOPTION_PAGES } from '#src/web/pages/adoption-pages.ts'
import { DEMAND_PAGES } from '#src/web/pages/demand-pages.ts'
import { DOCUMENT_PAGES } from '#src/web/pages/document-pages.ts'
import { GATE_PAGES } from '#src/web/pages/gate-pages.ts'
import { JOINT_LIFE_PAGES } from '#src/web/pages/joint-life-pages.ts'
import { JOINT_PAGES } from '#src/web/pages/joint-pages.ts'
import { KNOWLEDGE_PAGES } from '#src/web/pages/knowledge-pages.ts'
import { MARKET_PAGES } from '#src/web/pages/market-pages.ts'
import { MATCH_PAGES } from '#src/web/pages/match-pages.ts'
import { NEED_PAGES } from '#src/web/pages/need-pages.ts'
import { PEOPLE_PAGES } from '#src/web/pages/people-pages.ts'
import { RADAR_PAGES } from '#src/web/pages/radar-pages.ts'
import { SHARING_PAGES } from '#src/web/pages/sharing-pages.ts'

/** Who may open a page at all; what they may see there is decided beside each rule. */
export type Access = 'everyone' | 'signedIn' | readonly Role[]

export type PageFacts = {
  readonly path: string
  /** The route module, relative to this folder. */
  readonly file: string
  /** Addresses that exist in every installation; accessibility and access tests visit them. */
  readonly examples: readonly string[]
  /** Whether the page itself stands in the sitemap; pages of single records are listed from the records. */
  readonly sitemap: boolean
  /** Whether the page sends the framework's script. Pages that are only read do not. */
  readonly hydrates: boolean
  readonly access: Access
}

const read = { sitemap: true, hydrates: false, access: 'everyone' } as const
const own = { sitemap: false, hydrates: false, access: 'signedIn' } as const
const record = { sitemap: false, hydrates: false, access: 'everyone' } as const

/** Every page, once. The addresses are the same in all languages, under `/nn` and `/en` for the other two. */
export const PAGES = {
  front: { path: '/', file: 'routes/front/page.tsx', examples: ['/'], ...read },
  search: {
    path: '/sok',
    file: 'routes/search/page.tsx',
    examples: ['/sok', '/sok?q=trygghetsalarm', '/sok?q=xqzw'],
    ...read,
  },
  cases: { path: '/anskaffelser', file: 'routes/cases/page.tsx', examples: ['/anskaffelser'], ...read },
  case: {
    path: '/anskaffelser/:id',
    file: 'routes/case/page.tsx',
    examples: ['/anskaffelser/case-016'],
    ...record,
  },
  ...SHARING_PAGES,
  solutions: { path: '/losninger', file: 'routes/solutions/page.tsx', examples: ['/losninger'], ...read },
  solution: {
    path: '/losninger/:id',
    file: 'routes/solution/page.tsx',
    examples: ['/losninger/solution-001'],
    ...record,
  },
  notice: { path: '/kunngjoringer/:id', file: 'routes/notice/page.tsx', examples: [], ...record },
  municipalities: {
    path: '/kommuner',
    file: 'routes/municipalities/page.tsx',
    examples: ['/kommuner'],
    ...read,
  },
  municipality: {
    path: '/kommuner/:number',
    file: 'routes/municipality/page.tsx',
    examples: ['/kommuner/4601', '/kommuner/5033'],
    ...record,
  },
  county: { path: '/fylker/:number', file: 'routes/county/page.tsx', examples: ['/fylker/46'], ...record },
  themes: {
    path: '/tema',
    file: 'routes/themes/page.tsx',
    examples: ['/tema', '/tema?q=søppelbil'],
    ...read,
  },
  theme: {
    path: '/tema/:id',
    file: 'routes/theme/page.tsx',
    examples: [
      '/tema/helse-og-velferd',
      '/tema/renovasjonsbil',
      '/tema/markedsdialog?type=notice',
      '/tema/kontorrekvisita',
    ],
    ...record,
  },
  about: { path: '/om', file: 'routes/about/page.tsx', examples: ['/om'], ...read },
  data: { path: '/om-data', file: 'routes/data/page.tsx', examples: ['/om-data'], ...read },
  innovationRules: {
    path: '/om-data/innovasjon',
    file: 'routes/innovation-rules/page.tsx',
    examples: ['/om-data/innovasjon'],
    ...read,
  },
  unmatched: {
    path: '/om-data/ukjente-navn',
    file: 'routes/unmatched/page.tsx',
    examples: ['/om-data/ukjente-navn', '/om-data/ukjente-navn?party=winner'],
    ...record,
  },
  innovationCheck: {
    path: '/verktoy/innovasjonssjekk',
    file: 'routes/innovation-check/page.tsx',
    examples: ['/verktoy/innovasjonssjekk'],
    ...read,
  },
  signIn: { path: '/logg-inn', file: 'routes/sign-in/page.tsx', examples: ['/logg-inn'], ...record },
  signInReturn: {
    path: '/logg-inn/tilbake',
    file: 'routes/sign-in-return/page.tsx',
    examples: [],
    ...record,
  },
  signInName: { path: '/logg-inn/navn', file: 'routes/sign-in-name/page.tsx', examples: [], ...record },
  demoPeople: {
    path: '/demo-innlogging/:sign',
    file: 'routes/demo-people/page.tsx',
    examples: [],
    ...record,
  },
  signOut: { path: '/logg-ut', file: 'routes/sign-out/page.tsx', examples: ['/logg-ut'], ...record },
  providerSignOut: {
    path: '/logg-ut/fra-leverandor',
    file: 'routes/provider-sign-out/page.tsx',
    examples: [],
    ...record,
  },
  sessions: {
    path: '/mine-okter',
    file: 'routes/sessions/page.tsx',
    examples: ['/mine-okter'],
    ...own,
  },
  chooseOrganisation: {
    path: '/velg-virksomhet',
    file: 'routes/choose-organisation/page.tsx',
    examples: ['/velg-virksomhet'],
    ...own,
  },
  ...DOCUMENT_PAGES,
  ...KNOWLEDGE_PAGES,
  ...ADOPTION_PAGES,
  ...DEMAND_PAGES,
  ...MARKET_PAGES,
  ...NEED_PAGES,
  ...MATCH_PAGES,
  ...RADAR_PAGES,
  ...JOINT_PAGES,
  ...JOINT_LIFE_PAGES,
  ...GATE_PAGES,
  notifications: { path: '/varsler', file: 'routes/notifications/page.tsx', examples: ['/varsler'], ...own },
  notificationChoices: {
    path: '/varsler/valg',
    file: 'routes/notification-choices/page.tsx',
    examples: ['/varsler/valg'],
    ...own,
  },
  stopMail: { path: '/varsler/slutt/:mail', file: 'routes/stop-mail/page.tsx', examples: [], ...record },
  savedSearches: {
    path: '/lagrede-sok',
    file: 'routes/saved-searches/page.tsx',
    examples: ['/lagrede-sok'],
    ...own,
  },
  saveSearch: {
    path: '/lagrede-sok/nytt',
    file: 'routes/save-search/page.tsx',
    examples: ['/lagrede-sok/nytt?q=vann'],
    ...own,
  },
  ...PEOPLE_PAGES,
  privacy: { path: '/personvern', file: 'routes/privacy/page.tsx', examples: ['/personvern'], ...read },
  accessibility: {
    path: '/tilgjengelighet',
    file: 'routes/accessibility/page.tsx',
    examples: ['/tilgjengelighet'],
    ...read,
  },
} as const satisfies Record<string, PageFacts>

export type PageName = keyof typeof PAGES

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never
type Params<Name extends PageName> = { readonly [Param in ParamNames<(typeof PAGES)[Name]['path']>]: string }

/** The address of a page in a language; the compiler knows which parts it needs. */
export function address<Name extends PageName>(language: Language, page: Name, params: Params<Name>): string
export function address<Name extends PageName>(
  language: Language,
  page: keyof Params<Name> extends never ? Name : never,
): string
export function address(language: Language, page: PageName, params: Record<string, string> = {}): string {
  const path = PAGES[page].path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  return inLanguage(path, language)
}

/** The language an address is in; `/` without a language is bokmål. */
export function languageOf(pathname: string): Language {
  const first = pathname.split('/', 2)[1]
  return first === 'nn' || first === 'en' ? first : 'nb'
}

/** The same page in another language. */
export function inLanguage(pathname: string, language: Language): string {
  const bare = languageOf(pathname) === 'nb' ? pathname : pathname.replace(/^\/(nn|en)/, '') || '/'
  if (language === 'nb') return bare
  return bare === '/' ? `/${language}` : `/${language}${bare}`
}

/** The page that an address leads to, if any. */
export function pageAt(pathname: string): PageName | null {
  const bare = inLanguage(pathname, 'nb')
  const found = Object.entries(PAGES).find(([, { path }]) => matchPath(path, bare))
  return found ? (found[0] as PageName) : null
}

/** Every example address in every language, for the tests that visit all pages. */
export function exampleAddresses(): readonly string[] {
  return Object.values(PAGES).flatMap(({ examples }) =>
    LANGUAGES.flatMap((language) => examples.map((example) => inLanguage(example, language))),
  )
}

import type { Language } from '#src/platform/language.ts'

/** Where the API stands on the site, and nowhere else. */
export const API_PATH = '/api/v1'

/** The pages that people read, by what they show; the same in every language but for the prefix. */
const PAGE_PATHS = {
  adoption: '/adopsjoner',
  case: '/anskaffelser',
  demand: '/felles-behov',
  document: '/dokumenter',
  draft: '/del',
  jointProcurement: '/fellesanskaffelser',
  need: '/behov',
  solution: '/losninger',
  stop: '/hva-stoppet-oss',
  notice: '/kunngjoringer',
  municipality: '/kommuner',
  county: '/fylker',
  theme: '/tema',
} as const
export type PageKind = keyof typeof PAGE_PATHS

export type Addresses = {
  /** The page a person reads. */
  readonly page: (kind: PageKind, id: string) => string
  /** The bytes of a version of a document. */
  readonly documentFile: (id: string, version: number, name: string) => string
  readonly front: string
  /** The page that answers a question. */
  readonly search: (question: string) => string
  /** An address in this API, from its parts; they are escaped. */
  readonly api: (...parts: readonly string[]) => string
}

/** Absolute addresses, so that an answer can be stored and still lead back. */
export function addressesAt(origin: string, language: Language): Addresses {
  const site = language === 'nb' ? origin : `${origin}/${language}`
  return {
    page: (kind, id) => `${site}${PAGE_PATHS[kind]}/${encodeURIComponent(id)}`,
    documentFile: (id, version, name) =>
      `${site}${PAGE_PATHS.document}/${id}/${version}/${encodeURIComponent(name)}`,
    search: (question) => `${site}/sok?q=${encodeURIComponent(question)}`,
    front: language === 'nb' ? `${origin}/` : site,
    api: (...parts) => [origin + API_PATH, ...parts.map(encodeURIComponent)].join('/'),
  }
}

import { z } from 'zod'

/** What can be found; later rooms add their own. */
export const SEARCH_TYPES = ['case', 'document', 'need', 'notice', 'stop'] as const
export type SearchType = (typeof SEARCH_TYPES)[number]

export const SEARCH_SORTS = ['relevance', 'newest', 'deadline', 'value'] as const
export type SearchSort = (typeof SEARCH_SORTS)[number]

export const INNOVATION_ASSESSMENTS = ['declared', 'likely', 'possible', 'none'] as const

/** The facets of a search, in the order they are shown; each is also the name of its parameter. */
export const FACETS = [
  'type',
  'kind',
  'theme',
  'county',
  'municipality',
  'cpv',
  'procedure',
  'year',
  'innovation',
  'joint',
] as const
export type Facet = (typeof FACETS)[number]

/** The facets that are places. */
export type Place = Extract<Facet, 'municipality' | 'county'>

/**
 * What a chosen municipality or county finds: what names it, or also what was bought for it by a joint body without
 * naming it.
 */
export const BOUGHT_FOR = ['named', 'too'] as const

const many = <Item extends z.ZodType<string>>(item: Item) =>
  z.preprocess(
    (value) =>
      (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter(
        (one) => item.safeParse(one).success,
      ),
    z.array(item).max(50).catch([]),
  )

/**
 * The parameters of `/sok` and `/api/v1/search`, the same in both.
 *
 * They come from shared links and old bookmarks, so a value that means nothing is left out and the rest works.
 */
export const SearchQuery = z.object({
  q: z.string().trim().max(2000).catch(''),
  type: many(z.enum(SEARCH_TYPES)),
  kind: many(z.string().regex(/^[a-z-]{1,40}$/)),
  theme: many(z.string().regex(/^[a-z0-9-]{1,80}$/)),
  county: many(z.string().regex(/^\d{2}$/)),
  municipality: many(z.string().regex(/^\d{4}$/)),
  cpv: many(z.string().regex(/^(\d{2}|\d{8})$/)),
  procedure: many(z.string().regex(/^[a-z-]{1,40}$/)),
  year: many(z.string().regex(/^\d{4}$/)),
  innovation: many(z.enum(INNOVATION_ASSESSMENTS)),
  joint: many(z.enum(['true', 'false'])),
  boughtFor: z.enum(BOUGHT_FOR).catch('named'),
  sort: z.enum(SEARCH_SORTS).catch('relevance'),
  limit: z.coerce.number().int().min(1).max(100).catch(20),
  offset: z.coerce.number().int().min(0).max(100_000).catch(0),
  lang: z.enum(['nb', 'nn', 'en']).catch('nb'),
})
export type SearchQuery = z.infer<typeof SearchQuery>

/** Who may find a document: everybody, everybody who acts for a public body, or the people of one organisation. */
export type DocumentAudience = 'public' | 'public-employees' | { readonly organisation: string }

/** One findable thing, as a source describes it. Facet values are codes; the caller knows their words. */
export type SearchDocument = {
  readonly id: string
  readonly type: SearchType
  /** The language the texts are written in (`nb`, `nn`, `en`; other languages as their ISO 639-1 code). */
  readonly language: string
  readonly title: string
  /** Where the snippet is taken from when the body has no match. */
  readonly summary: string
  readonly body: string
  /** Names that should be found exactly: buyers, suppliers, Sami names. */
  readonly names: readonly string[]
  /** Other words it is found by and never shown with: what its themes are called. */
  readonly keywords?: string
  readonly facets: { readonly [facet in Exclude<Facet, 'type'>]?: readonly string[] }
  /** Places it was bought for that it does not name: found under them only when that is asked for. */
  readonly boughtFor?: { readonly [place in Place]: readonly string[] }
  /** Static weight between 0 and 1: a curated case before a routine notice, a mention last. */
  readonly prior: number
  readonly publishedOn: string | null
  readonly deadlineAt: Date | null
  /** Kroner, only where the value is known in NOK. */
  readonly valueNok: number | null
  readonly audience: DocumentAudience
  /** False for what may be found but is never put forward by itself, in «similar» or while typing. */
  readonly suggestible?: boolean
}

/** What a module offers so that what it holds can be found; `program.ts` connects it. */
export type SearchSource = {
  /** What it holds; its events are called `<type>.changed`, with the id as subject. */
  readonly type: SearchType
  /** The ids of everything there is, for building the index anew. */
  readonly listIds: () => Promise<readonly string[]>
  /** The documents of these ids as they are now; an id that is missing in the answer is removed from the index. */
  readonly load: (ids: readonly string[]) => Promise<readonly SearchDocument[]>
}

export type SearchHit = {
  readonly id: string
  readonly type: SearchType
  readonly title: string
  readonly language: string
  /** Pieces of the title and of the text, those that matched marked. */
  readonly titleParts: readonly TextPart[]
  readonly snippet: readonly TextPart[]
  readonly score: number
  /** Why it was found, when it does not hold a word as it was asked for. */
  readonly reason?: HitReason
}

/** `typed` is a word of the question, `matched` what stands in the document instead. */
export type HitReason = {
  readonly kind: 'synonym' | 'part' | 'related'
  readonly typed: string
  readonly matched: string
}
export type TextPart = { readonly text: string; readonly match: boolean }

export type FacetCount = { readonly value: string; readonly count: number }

export type SearchAnswer = {
  readonly total: number
  readonly hits: readonly SearchHit[]
  /**
   * Each facet is counted as if its own filter were off, the most frequent first; a chosen value is always there.
   * `cpv` lists the divisions, and the eight-digit codes of those divisions that are chosen.
   */
  readonly facets: { readonly [facet in Facet]: readonly FacetCount[] }
  /** How many more there would be with `boughtFor: 'too'`; 0 where no place is chosen. */
  readonly boughtFor: number
  /** «Mente du …» when little or nothing was found. */
  readonly suggestion: string | null
  /** What the one who asked should know about how the question was understood. */
  readonly notices: readonly SearchNotice[]
}

export const SEARCH_NOTICES = ['unknownField', 'unknownValue', 'corrected', 'someWords', 'building'] as const

/**
 * `unknownField` and `unknownValue`: a field in the question (`kommune:Bodø`) that means nothing was taken as words.
 * `corrected`: nothing was found, so it was searched for `suggestion`. `someWords`: no document has all the words.
 * `building`: the index is being made, and not everything is in it yet.
 */
export type SearchNotice = {
  readonly code: (typeof SEARCH_NOTICES)[number]
  readonly params: { readonly [name: string]: string }
}

/** A facet that can be asked for in the question itself, by names only other modules know. */
export const NAMED_FIELDS = ['municipality', 'county', 'theme'] as const
export type NamedField = (typeof NAMED_FIELDS)[number]

/** The codes of what somebody calls by a name; empty when there is no such thing. */
export type ResolveField = (field: NamedField, value: string) => Promise<readonly string[]>

/** Who asks: nothing but what is public for a reader who has not signed in. */
export type Reader = {
  readonly organisations: readonly string[]
  /** Whether what is for public employees is for this reader. */
  readonly isPublicEmployee?: boolean
  /** What is of more use to this reader than to others: it comes a little earlier among what answers equally well. */
  readonly leanings?: readonly Leaning[]
}
/** Documents of this municipality, or about this theme. */
export type Leaning = { readonly facet: 'municipality' | 'theme'; readonly value: string }
export const PUBLIC_READER: Reader = { organisations: [] }

/** A way to go on for somebody who is typing: the question completed, a place to look, a document by its title. */
export type Suggestion =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'theme' | 'municipality'; readonly text: string; readonly id: string }
  | {
      readonly kind: 'document'
      readonly text: string
      readonly id: string
      readonly type: SearchType
      readonly language: string
    }

/** Places to look that other modules know, for somebody who is typing. */
export type Proposals = (
  typed: string,
  options: { readonly lang: 'nb' | 'nn' | 'en'; readonly limit: number },
) => Promise<readonly Suggestion[]>

export type SearchStatus = {
  readonly state: 'empty' | 'building' | 'ready'
  readonly documents: number
  readonly builtAt: Date | null
}

/** How many documents are about a concept itself, and how many with all that is narrower. */
export type ConceptCount = { readonly own: number; readonly all: number }

/** The documents of a type that are about a concept, with what is narrower or without. */
export type AboutConcept = {
  readonly concept: string
  readonly type: SearchType
  readonly narrower: boolean
  readonly sort: 'relevance' | 'newest'
  readonly limit: number
  readonly offset: number
}
export type ConceptHits = { readonly total: number; readonly hits: readonly SearchHit[] }

/** Everything others may ask of the search; made by `createSearch`. */
export type Search = {
  readonly search: (query: SearchQuery, reader: Reader) => Promise<SearchAnswer>
  readonly suggest: (text: string, options: SuggestOptions) => Promise<readonly Suggestion[]>
  readonly similar: (id: string, options: SimilarOptions) => Promise<readonly SimilarHit[]>
  /** How many public documents of a type are about each concept; one that none is about is missing. */
  readonly countConcepts: (type: SearchType) => Promise<ReadonlyMap<string, ConceptCount>>
  /** The public documents that are about a concept, a page at a time. */
  readonly aboutConcept: (asked: AboutConcept) => Promise<ConceptHits>
  /** Takes in what has changed since last time; gives how many documents that was. */
  readonly refresh: () => Promise<number>
  /** Another number whenever what can be found has changed, as far as this process has seen; asks nobody. */
  readonly generation: () => number
  /** Builds the index anew from the sources; while it runs, what is not yet there is not found. */
  readonly rebuild: (progress?: BuildProgress) => Promise<number>
  /** For the start of the program: builds only when there is no index, or one of another version. */
  readonly ensureBuilt: (progress?: BuildProgress) => Promise<void>
  readonly status: () => Promise<SearchStatus>
  /** Ends what goes on in the background. */
  readonly close: () => Promise<void>
}

export type SuggestOptions = {
  readonly lang: 'nb' | 'nn' | 'en'
  readonly limit: number
  readonly reader?: Reader
}
export type SimilarOptions = {
  readonly limit: number
  readonly types?: readonly SearchType[]
  readonly reader?: Reader
  /** Only those of which it can be told why they are alike. */
  readonly onlyExplained?: boolean
}

/** A document that is like another, and what they have in common. */
export type SimilarHit = SearchHit & { readonly alike: Likeness }

/** What two documents are both about, CPV codes of both, and telling words that both use. */
export type Likeness = {
  readonly concepts: readonly string[]
  readonly codes: readonly string[]
  readonly words: readonly string[]
}
export type BuildProgress = (done: number, of: number) => void

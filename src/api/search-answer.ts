import { z } from 'zod'
import { FACETS, type Facet, SEARCH_NOTICES, SEARCH_TYPES } from '#src/modules/search/contract.ts'
import { named } from './components.ts'
import { Money } from './notice-answer.ts'

const TextPart = named(
  'TextPart',
  z.strictObject({ text: z.string(), match: z.boolean().describe('True for what matched the question.') }),
)

export const SearchHitAnswer = named(
  'SearchHit',
  z.strictObject({
    id: z.string(),
    type: z.enum(SEARCH_TYPES),
    title: z.string(),
    language: z.string().describe('The language of title and snippet, ISO 639-1.'),
    url: z.url().describe('The page for people, in `lang`.'),
    self: z.url().describe('The whole record in this API.'),
    snippet: z.string().describe('Where it matched, as plain text.'),
    titleParts: z.array(TextPart),
    snippetParts: z.array(TextPart),
    buyers: z.array(z.string()).describe('By the names they have in the record.'),
    year: z.int().nullable().describe('When it was published, or how far a case reaches.'),
    publishedOn: z.iso.date().nullable().describe('Of a notice; when a need was announced.'),
    deadline: z.string().nullable().describe('Of a notice: the first over its lots, UTC.'),
    value: Money.nullable().describe('Of a notice.'),
    reason: z
      .strictObject({
        kind: z.enum(['synonym', 'part', 'related']),
        typed: z.string().describe('A word of the question.'),
        matched: z.string().describe('What stands in the record instead.'),
      })
      .nullable()
      .describe('Why it was found, when it does not hold a word as it was asked for.'),
    score: z.number().describe('Only good for comparing hits of the same answer.'),
  }),
)

const FacetValue = named(
  'FacetValue',
  z.strictObject({
    value: z.string().describe('What to give as the parameter with the name of the facet.'),
    label: z.string().describe('In `lang`.'),
    count: z.int().describe('Counted as if the filter of its own facet were off.'),
  }),
)

export const Facets = named(
  'Facets',
  z.strictObject(
    Object.fromEntries(FACETS.map((facet) => [facet, z.array(FacetValue)])) as Record<
      Facet,
      z.ZodArray<typeof FacetValue>
    >,
  ),
)

export const SearchAnswerBody = named(
  'SearchAnswer',
  z.strictObject({
    query: z
      .strictObject({
        q: z.string(),
        ...(Object.fromEntries(FACETS.map((facet) => [facet, z.array(z.string())])) as Record<
          Facet,
          z.ZodArray<z.ZodString>
        >),
        boughtFor: z.string(),
        sort: z.string(),
        limit: z.int(),
        offset: z.int(),
        lang: z.string(),
      })
      .describe('The question as it was understood.'),
    total: z.int(),
    boughtFor: z
      .int()
      .describe('How many more `boughtFor=too` would find; 0 where no municipality or county is chosen.'),
    hits: z.array(SearchHitAnswer),
    facets: Facets,
    suggestion: z.string().nullable().describe('«Did you mean …», when little or nothing was found.'),
    notices: z
      .array(z.strictObject({ code: z.enum(SEARCH_NOTICES), params: z.record(z.string(), z.string()) }))
      .describe('How the question was understood, where that may surprise.'),
  }),
)

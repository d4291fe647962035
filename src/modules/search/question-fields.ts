import { FACETS, type Facet, type ResolveField, type SearchNotice, type SearchQuery } from './contract.ts'
import type { Question, QuestionField, QuestionPart } from './question.ts'
import { foldText } from './word.ts'

/** What fields are called, in bokmål, nynorsk and English. */
const FIELDS: Readonly<Record<string, Facet>> = {
  kommune: 'municipality',
  municipality: 'municipality',
  fylke: 'county',
  county: 'county',
  tema: 'theme',
  theme: 'theme',
  cpv: 'cpv',
  år: 'year',
  ar: 'year',
  aar: 'year',
  year: 'year',
  type: 'type',
  hva: 'type',
  kva: 'type',
}

const TYPES: Readonly<Record<string, string>> = {
  case: 'case',
  cases: 'case',
  eksempel: 'case',
  eksempler: 'case',
  døme: 'case',
  erfaring: 'case',
  erfaringer: 'case',
  example: 'case',
  examples: 'case',
  document: 'document',
  documents: 'document',
  dokument: 'document',
  dokumenter: 'document',
  dokumenta: 'document',
  behov: 'need',
  need: 'need',
  needs: 'need',
  notice: 'notice',
  notices: 'notice',
  kunngjøring: 'notice',
  kunngjøringer: 'notice',
  kunngjering: 'notice',
  kunngjeringar: 'notice',
  stop: 'stop',
  stops: 'stop',
  stopp: 'stop',
}

export type Filters = { readonly [facet in Facet]: readonly string[] }

export type ReadFields = {
  readonly filters: Filters
  /** Fields that mean nothing: their words are looked for instead. */
  readonly asWords: readonly QuestionPart[]
  readonly notices: readonly SearchNotice[]
}

/** The filters of a question: those chosen beside it, and the fields in it. */
export async function readFields(
  { fields }: Question,
  query: SearchQuery,
  resolve: ResolveField,
): Promise<ReadFields> {
  const filters = Object.fromEntries(FACETS.map((facet) => [facet, [...query[facet]]])) as Record<
    Facet,
    string[]
  >
  const asWords: QuestionPart[] = []
  const notices: SearchNotice[] = []
  for (const field of fields) {
    const facet = FIELDS[field.name]
    const values = facet ? await valuesOf(facet, field, resolve) : []
    if (facet) filters[facet].push(...values)
    if (values.length > 0) continue
    asWords.push(field.part)
    const { name, value } = field
    notices.push({ code: facet ? 'unknownValue' : 'unknownField', params: { field: name, value } })
  }
  return { filters, asWords, notices }
}

async function valuesOf(
  facet: Facet,
  { value }: QuestionField,
  resolve: ResolveField,
): Promise<readonly string[]> {
  switch (facet) {
    case 'municipality':
    case 'county':
    case 'theme':
      return resolve(facet, value)
    case 'cpv': {
      const digits = /^(\d{2})(0*|\d{6})(-\d)?$/.exec(value)
      return digits ? [value.length > 2 && Number(digits[2]) > 0 ? value.slice(0, 8) : value.slice(0, 2)] : []
    }
    case 'year':
      return /^\d{4}$/.test(value) ? [value] : []
    case 'type': {
      const type = TYPES[foldText(value)]
      return type ? [type] : []
    }
    default:
      return []
  }
}

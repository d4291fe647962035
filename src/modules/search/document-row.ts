import { keyOf } from './audience.ts'
import type { SearchDocument } from './contract.ts'
import { WITH_BOUGHT_FOR } from './index-schema.ts'
import type { SearchDocumentTable } from './tables.ts'
import { cleanText } from './word.ts'

/** A document as the database keeps it, until a change gives it its number. */
export type DocumentRow = Omit<SearchDocumentTable, 'change_seq'>

/** What a source gave, in a form that PostgreSQL can hold; values that mean nothing are left out. */
export function toRow(document: SearchDocument): DocumentRow {
  const cpv = document.facets.cpv ?? []
  const { valueNok, deadlineAt, publishedOn } = document
  return {
    id: document.id,
    type: document.type,
    language: document.language,
    title: cleanText(document.title),
    summary: cleanText(document.summary),
    body: cleanText(document.body),
    names: document.names.map(cleanText),
    keywords: cleanText(document.keywords ?? ''),
    facet_values: facetValues(document),
    cpv_codes: distinct(cpv.filter((code) => code.length > 2)),
    prior: Math.min(1, Math.max(0, document.prior)) || 0,
    published_on: publishedOn !== null && isDate(publishedOn) ? publishedOn : null,
    deadline_at: deadlineAt && Number.isFinite(deadlineAt.getTime()) ? deadlineAt : null,
    value_nok: valueNok !== null && Number.isFinite(valueNok) ? valueNok : null,
    organisation: keyOf(document.audience),
    suggestible: document.suggestible ?? true,
  }
}

function facetValues(document: SearchDocument): string[] {
  const { cpv = [], ...others } = document.facets
  const divisions = cpv.map((code) => code.slice(0, 2))
  const all = Object.entries({
    ...others,
    type: [document.type],
    cpv: divisions,
    [WITH_BOUGHT_FOR.municipality]: document.boughtFor?.municipality,
    [WITH_BOUGHT_FOR.county]: document.boughtFor?.county,
  })
  return distinct(
    all.flatMap(([facet, values = []]) => values.map((value) => `${facet}:${cleanText(value)}`)),
  )
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(time || 0).toISOString().startsWith(text)
}

import type { IndexDocument, IndexSchema } from '#src/search-index/index.ts'
import type { ChangedDocument } from './changes-repository.ts'
import { ABOUT } from './concepts-of.ts'
import { FACETS, type Place } from './contract.ts'
import { foldText } from './word.ts'

/**
 * What the index knows of a document beside the facets. `code` holds the eight-digit codes and their divisions, so
 * that one filter takes both; `name` and `id` are for questions that are exactly that.
 */
export const CODE = 'code'
export const NAME = 'name'
export const ID = 'id'
export const SUGGESTIBLE = 'suggestible'
/** The places of a document with those it was bought for without naming them. */
export const WITH_BOUGHT_FOR = {
  municipality: 'municipality-too',
  county: 'county-too',
} as const satisfies { readonly [place in Place]: string }

export function schemaFor(analysis: string): IndexSchema {
  return {
    fields: [
      { name: 'title', weight: 3, typicalLength: 8 },
      { name: 'names', weight: 2, typicalLength: 8 },
      { name: 'summary', weight: 1.6, typicalLength: 40 },
      { name: 'body', weight: 1, typicalLength: 250 },
      { name: 'keywords', weight: 1, typicalLength: 40 },
    ],
    attributes: [...FACETS, ...Object.values(WITH_BOUGHT_FOR), CODE, NAME, ID, SUGGESTIBLE, ABOUT],
    numbers: ['published', 'deadline', 'value'],
    analysis,
  }
}

export function toIndexDocument(row: ChangedDocument): IndexDocument {
  const facets: Record<string, string[]> = {}
  for (const entry of row.facet_values) {
    const colon = entry.indexOf(':')
    const facet = entry.slice(0, colon)
    facets[facet] = [...(facets[facet] ?? []), entry.slice(colon + 1)]
  }
  return {
    id: row.id,
    language: row.language,
    texts: { ...textsOfRow({ ...row, names: [...row.names, idAsWord(row.id)] }), keywords: row.keywords },
    attributes: {
      ...facets,
      [CODE]: [...(facets.cpv ?? []), ...row.cpv_codes],
      [NAME]: row.names.map(foldText).filter(Boolean),
      [ID]: [row.id.toLowerCase()],
      [SUGGESTIBLE]: [String(row.suggestible)],
      ...withBoughtFor(facets),
    },
    numbers: {
      published: row.published_day,
      deadline: row.deadline_at?.getTime() ?? null,
      value: row.value_nok,
    },
    prior: row.prior,
    audience: row.organisation === null ? 'public' : [row.organisation],
  }
}

function withBoughtFor(facets: Readonly<Record<string, string[]>>): Record<string, string[]> {
  const places = Object.entries(WITH_BOUGHT_FOR)
  return Object.fromEntries(
    places.map(([place, name]) => [name, [...new Set([...(facets[place] ?? []), ...(facets[name] ?? [])])]]),
  )
}

type Texts = Pick<ChangedDocument, 'title' | 'names' | 'summary' | 'body'>

/** What a document tells in words. */
export function textsOfRow({ title, names, summary, body }: Texts): IndexDocument['texts'] {
  return { title, names, summary, body }
}

/** Its id is found as one word: «case» alone says nothing of a case. */
export function idAsWord(id: string): string {
  return id.replaceAll('-', '')
}

import type {
  FacetCount,
  IndexDocument,
  IndexSchema,
  Question,
  SearchRequest,
} from '#src/search-index/index.ts'
import type { Analyser, QueryTerm, Term } from '#src/text/analysis.ts'

/**
 * The same search without an index: every document is read anew for every question. It shares no code with
 * `src/search-index`, and is kept so simple that it can be believed.
 */
export type Oracle = {
  readonly schema: IndexSchema
  readonly analyser: Analyser
  readonly documents: ReadonlyMap<string, IndexDocument>
}

export type OracleAnswer = {
  readonly total: number
  readonly found: number
  readonly loose: boolean
  readonly hits: readonly { readonly id: string; readonly score: number }[]
  readonly facets: Readonly<Record<string, readonly FacetCount[]>>
}

type Read = {
  readonly document: IndexDocument
  /** By term: its weighted occurrences, its positions as a word, and whether it stands in the title. */
  readonly terms: ReadonlyMap<string, { impact: number; positions: ReadonlySet<number>; inTitle: boolean }>
}
type Group = { readonly alternatives: ReadonlyMap<string, number>; readonly required: boolean }

export function askOracle(oracle: Oracle, request: SearchRequest): OracleAnswer {
  const documents = [...oracle.documents.values()].map((document) => readDocument(oracle, document))
  const isLong = new Set(request.question.words.map(({ group }) => group)).size >= 4
  const words = request.words ?? 'best'
  const loose = () => answerFrom(documents, { request, strict: false })
  if (words === 'some' || (words === 'best' && isLong)) return loose()
  const strict = answerFrom(documents, { request, strict: true })
  const groups = new Set(request.question.words.map(({ group }) => group)).size
  const quoted = request.question.phrases.flatMap((some) => [
    ...new Set(some.filter(isWord).map((one) => one.group)),
  ])
  const typed = request.question.typing && beginning(documents, request.question.typing.prefix).length > 0
  const isTypedAlone =
    typed && !request.question.words.some((one) => one.group === request.question.typing?.group)
  const size = groups + quoted.length + (isTypedAlone ? 1 : 0)
  return words === 'all' || strict.found > 0 || size <= 1 ? strict : loose()
}

function answerFrom(
  documents: readonly Read[],
  { request, strict }: { request: SearchRequest; strict: boolean },
): OracleAnswer {
  const { question, reader, filters = [], sort = { by: 'relevance' }, offset = 0, limit } = request
  const groups = groupsOf(documents, question, strict)
  const answers = documents
    .filter(
      ({ document }) =>
        document.audience === 'public' || document.audience.some((key) => reader.includes(key)),
    )
    .filter((one) => question.phrases.every((phrase) => holds(one, phrase)))
    .filter((one) => !question.excluded.some((phrase) => phrase.some(isWord) && holds(one, phrase)))
    .map((one) => ({ one, ...judge(one, groups, request) }))
    .filter(({ missing, held }) => !missing && (groups.length === 0 || held > 0))
  const best = Math.max(0, ...answers.map(({ held }) => held))
  const found = answers.filter(({ held }) => strict || held >= (request.share ?? 0.4) * best)
  const fails = ({ document }: Read) => filters.filter((filter) => !passes(document, filter))
  const hits = found
    .filter(({ one }) => fails(one).length === 0)
    .map(({ one, score }) => ({ id: one.document.id, score: keyOf(one.document, score, { sort, request }) }))
    .sort((a, b) => (a.score === b.score ? (a.id < b.id ? -1 : 1) : a.score < b.score ? 1 : -1))
  const countFacet = (facet: string) => {
    const counts = new Map<string, number>()
    const isOwn = (filter: (typeof filters)[number]) => 'attribute' in filter && filter.attribute === facet
    for (const { one } of found) {
      if (!fails(one).every(isOwn)) continue
      for (const value of new Set(one.document.attributes[facet]))
        counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    for (const filter of filters.filter(isOwn)) {
      if ('values' in filter) for (const value of filter.values) counts.set(value, counts.get(value) ?? 0)
    }
    return Array.from(counts, ([value, count]) => ({ value, count })).sort(
      (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1),
    )
  }
  return {
    total: hits.length,
    found: found.length,
    loose: !strict,
    hits: hits.slice(offset, offset + limit),
    facets: Object.fromEntries((request.facets ?? []).map((facet) => [facet, countFacet(facet)])),
  }
}

function isWord({ kind }: Term): boolean {
  return kind === 'word'
}

function readDocument({ schema, analyser }: Oracle, document: IndexDocument): Read {
  const sums = new Map<string, { occurrences: number; positions: Set<number>; inTitle: boolean }>()
  let start = 0
  for (const [place, field] of schema.fields.entries()) {
    const texts = [document.texts[field.name] ?? []].flat()
    const analysed = texts.map((text) => analyser.document(text, document.language))
    const length = analysed.reduce((sum, terms) => sum + terms.filter(isWord).length, 0)
    const byTerm = new Map<string, number>()
    for (const terms of analysed) {
      for (const { term, weight, kind, position } of terms) {
        byTerm.set(term, (byTerm.get(term) ?? 0) + weight)
        const sum = sums.get(term) ?? { occurrences: 0, positions: new Set(), inTitle: false }
        if (kind === 'word') sum.positions.add(start + position)
        sums.set(term, { ...sum, inTitle: sum.inTitle || place === 0 })
      }
      start += Math.max(-1, ...terms.map(({ position }) => position)) + 1000
    }
    for (const [term, count] of byTerm) {
      const sum = sums.get(term)
      if (sum) sum.occurrences += count * (field.weight / (1 - 0.75 + (0.75 * length) / field.typicalLength))
    }
  }
  const terms = Array.from(sums, ([term, { occurrences, positions, inTitle }]) => {
    const impact = Math.max(1, Math.min(127, Math.round((occurrences / (occurrences + 1.2)) * 127)))
    return [term, { impact, positions, inTitle }] as const
  })
  return { document, terms: new Map(terms) }
}

function groupsOf(documents: readonly Read[], question: Question, strict: boolean): Group[] {
  const open = documents.filter(({ document }) => document.audience === 'public')
  const frequency = (term: string) => open.filter(({ terms }) => terms.has(term)).length
  const rarity = (term: string) =>
    Math.log(1 + (open.length - frequency(term) + 0.5) / (frequency(term) + 0.5))
  const planned = (terms: readonly QueryTerm[], required: boolean): Group => {
    const known = terms.filter((one) => isWord(one) && frequency(one.term) > 0)
    const most = known.length === 0 ? Infinity : Math.max(...known.map(({ term }) => rarity(term)))
    const alternatives = new Map<string, number>()
    for (const { term, weight } of terms) {
      alternatives.set(term, Math.max(weight * Math.min(most, rarity(term)), alternatives.get(term) ?? 0))
    }
    return { alternatives, required }
  }
  const typed = question.typing ? beginning(documents, question.typing.prefix) : []
  const typing = typed.length > 0 ? question.typing : null
  const byGroup = Map.groupBy(question.words, ({ group }) => group)
  if (typing && !byGroup.has(typing.group)) byGroup.set(typing.group, [])
  const words = [...byGroup].map(([group, terms]) => {
    const { alternatives, required } = planned(terms, strict)
    if (group !== typing?.group) return { alternatives, required }
    const worth = 0.6 * Math.min(...typed.map(rarity))
    const more = typed.map((term) => [term, Math.max(worth, alternatives.get(term) ?? 0)] as const)
    return { alternatives: new Map([...alternatives, ...more]), required }
  })
  const quoted = question.phrases.flatMap((phrase) => [
    ...Map.groupBy(phrase.filter(isWord), ({ group }) => group).values(),
  ])
  return [...quoted.map((terms) => planned(terms, true)), ...words]
}

/** The words of public documents that begin like this; with the plain analyser a word is its own term. */
function beginning(documents: readonly Read[], prefix: string): string[] {
  const words = new Set<string>()
  for (const { document, terms } of documents) {
    if (document.audience !== 'public') continue
    for (const [term, { positions }] of terms) {
      if (positions.size > 0 && term.startsWith(prefix) && /^\p{L}[\p{L}]+$/u.test(term)) words.add(term)
    }
  }
  return [...words]
}

function judge({ document, terms }: Read, groups: readonly Group[], { within, boosts = [] }: SearchRequest) {
  let [score, held, missing] = [0, 0, false]
  for (const { alternatives, required } of groups) {
    let best = 0
    for (const [term, worth] of alternatives) {
      const here = terms.get(term)
      if (!here || (within === 'title' && !here.inTitle)) continue
      best = Math.max(best, 1, Math.round((worth * here.impact * 4096) / 127))
    }
    score += best
    if (best > 0) held += Math.max(1, Math.round(Math.max(0, ...alternatives.values()) * 4096))
    else missing ||= required
  }
  for (const { attribute, value, worth } of boosts) {
    if (document.attributes[attribute]?.includes(value)) score += Math.round(worth * 4096)
  }
  return { score, held, missing }
}

function holds({ terms }: Read, phrase: readonly QueryTerm[]): boolean {
  const groups = [...Map.groupBy(phrase.filter(isWord), ({ group }) => group)]
    .sort(([one], [other]) => one - other)
    .map(([, members]) => members)
  const first = groups[0]?.[0]?.position ?? 0
  const positions = (group: readonly QueryTerm[]) =>
    group.flatMap(({ term }) => [...(terms.get(term)?.positions ?? [])])
  return (
    groups.length === 0 ||
    positions(groups[0] ?? []).some((start) =>
      groups.every((group) => positions(group).includes(start + (group[0]?.position ?? 0) - first)),
    )
  )
}

function passes(document: IndexDocument, filter: NonNullable<SearchRequest['filters']>[number]): boolean {
  if ('attribute' in filter)
    return filter.values.some((one) => document.attributes[filter.attribute]?.includes(one))
  const number = document.numbers[filter.number] ?? Number.NaN
  return number >= (filter.from ?? -Infinity) && number <= (filter.to ?? Infinity)
}

function keyOf(
  document: IndexDocument,
  score: number,
  { sort, request: _ }: { sort: NonNullable<SearchRequest['sort']>; request: SearchRequest },
): number {
  if (sort.by === 'relevance') {
    return (score / 4096 + 1 / 4096) * (1 + (0.35 / 65_535) * Math.round(document.prior * 65_535))
  }
  const number = document.numbers[sort.number] ?? null
  if (number === null) return -Infinity
  if (sort.by === 'highest') return number
  return number >= sort.from ? sort.from - number : number - sort.from - 2 ** 50
}

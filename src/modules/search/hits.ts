import { setImmediate } from 'node:timers/promises'
import {
  type DocumentAnalyser,
  type Highlight,
  highlight,
  type Question,
  type SearchAnswer,
} from '#src/search-index/index.ts'
import type { HitReason, SearchHit } from './contract.ts'
import { type DocumentText, readTexts } from './documents-repository.ts'
import type { SearchContext } from './search-context.ts'

type Ranked = { readonly id: string; readonly score: number }

/** What was looked for, to be marked; nothing when a document was found for another reason. */
export type LookedFor = { readonly plan: SearchAnswer['plan']; readonly asked: Question }

/** So long others wait while texts are marked. */
const SLICE_MS = 8
const NOTHING: SearchAnswer['plan'] = { groups: [], phrases: [], excluded: [] }

/** Gives the hits their texts, with what was asked for marked. */
export async function toHits(
  { db, analysis }: SearchContext,
  ranked: readonly Ranked[],
  lookedFor: LookedFor | null,
): Promise<SearchHit[]> {
  const texts = await readTexts(
    db,
    ranked.map((one) => one.id),
  )
  const hits: SearchHit[] = []
  let begun = performance.now()
  for (const { id, score } of ranked) {
    const text = texts.get(id)
    // It has gone since the index took it in.
    if (!text) continue
    const marked = mark(text, lookedFor?.plan ?? NOTHING, analysis.analyser.document)
    hits.push(toHit(text, score, { marked, asked: lookedFor?.asked ?? null }))
    if (performance.now() - begun < SLICE_MS) continue
    await setImmediate()
    begun = performance.now()
  }
  return hits
}

/** The body shows more of why it was found; where it does not, the summary tells what it is. */
function mark(text: DocumentText, plan: SearchAnswer['plan'], analyse: DocumentAnalyser): Highlight {
  const { language, title, summary, body } = text
  const inBoth = highlight({ language, title, texts: [body, summary] }, plan, analyse)
  if (summary.trim() === '' || inBoth.snippet.some((part) => part.match)) return inBoth
  return {
    ...inBoth,
    snippet: highlight({ language, title: '', texts: [summary] }, NOTHING, analyse).snippet,
  }
}

type Shown = { readonly marked: Highlight; readonly asked: Question | null }

function toHit(
  { id, type, language, title }: DocumentText,
  score: number,
  { marked, asked }: Shown,
): SearchHit {
  const reason = reasonOf(marked, asked)
  return {
    id,
    type,
    language,
    title,
    titleParts: marked.title,
    snippet: marked.snippet,
    score,
    ...(reason && { reason }),
  }
}

/** The first word of the question that this document answers by another one. */
function reasonOf({ reasons }: Highlight, asked: Question | null): HitReason | null {
  for (const { source, text, kind, concept } of reasons) {
    if (kind === 'word' || kind === 'beginning' || source.toLowerCase() === text.toLowerCase()) continue
    const shown = { typed: source, matched: text }
    if (kind !== 'concept') return { kind, ...shown }
    return { kind: concept === meant(asked, source) ? 'synonym' : 'related', ...shown }
  }
  return null
}

/** The concept a word of the question names itself; others it may be answered by are broader or narrower. */
function meant(asked: Question | null, source: string): string | null {
  let [best, most] = [null as string | null, 0]
  for (const term of asked?.words ?? []) {
    if (term.source !== source || term.concept === undefined || term.isInferred || term.weight <= most)
      continue
    ;[best, most] = [term.concept, term.weight]
  }
  return best
}

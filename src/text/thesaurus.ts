import type { Reading, WordAnalyser } from './analyse-word.ts'
import { readText } from './read-text.ts'

/** A concept of the field as the thesaurus describes it; `broader` are ids. */
export type Concept = {
  readonly id: string
  readonly broader: readonly string[]
  readonly labels: Readonly<Record<string, ConceptLabels>>
}
export type ConceptLabels = { readonly preferred: string; readonly alternatives: readonly string[] }

/** A key of a text in reading order: a word's own, or that of each part of a compound. */
export type Unit = { readonly key: string; readonly opensWord: boolean; readonly closesWord: boolean }

/** A label found in a run of units, `end` exclusive. */
export type ConceptMatch = {
  readonly concept: string
  readonly start: number
  readonly end: number
  readonly weight: number
}

/** A concept that answers a question for another, and how well. */
export type ConceptAlternative = { readonly concept: string; readonly weight: number }

/** What a thesaurus does for an analyser. */
export type ConceptFinder = {
  /** The labels in a text, the longest first and none inside another. */
  readonly find: (units: readonly Unit[]) => readonly ConceptMatch[]
  /** The concept itself, what is narrower and what is broader. */
  readonly expand: (concept: string) => readonly ConceptAlternative[]
}

/** Labels are analysed as texts are, so the thesaurus is bound to an analyser before it can find anything. */
export type ThesaurusExpansion = (analyseWord: WordAnalyser) => ConceptFinder

/** What a document gets for a concept: a synonym is nearly the thing, a narrower one is it, a broader one may be. */
export type ThesaurusWeights = {
  readonly synonym: number
  readonly narrower: number
  readonly broader: number
}
export const THESAURUS_WEIGHTS: ThesaurusWeights = { synonym: 0.85, narrower: 0.4, broader: 0.25 }

/** How sure a label is that is only a part of a compound: its last part says what it is, its first what it is for. */
const INSIDE = { whole: 1, last: 0.6, other: 0.4 } as const

type Label = { readonly concept: string; readonly keys: readonly string[] }

/**
 * Finds concepts by any label in any language, in texts and questions alike.
 *
 * A label is compared unit by unit, so «trygghetsalarm», «trygghets alarm» and the first part of
 * «trygghetsalarmløsning» all carry the concept, and so does «safety alarm» in an English text. Both sides are
 * then joined by the concept's id and not by its words.
 */
export function createThesaurusExpansion(
  concepts: readonly Concept[],
  weights: ThesaurusWeights = THESAURUS_WEIGHTS,
): ThesaurusExpansion {
  const relations = readRelations(concepts, weights)
  return (analyseWord) => {
    const labels = readLabels(concepts, analyseWord)
    return {
      find: (units) => findLabels(units, labels),
      expand: (concept) => relations.get(concept) ?? [],
    }
  }
}

/** The units of a text: its words, compounds taken apart. */
export function unitsOf(
  words: readonly { key: string; parts: readonly { key: string }[] }[],
): readonly Unit[] {
  return words.flatMap(({ key, parts }) =>
    parts.length === 0
      ? [{ key, opensWord: true, closesWord: true }]
      : parts.map((part, at) => ({
          key: part.key,
          opensWord: at === 0,
          closesWord: at === parts.length - 1,
        })),
  )
}

function readLabels(
  concepts: readonly Concept[],
  analyseWord: WordAnalyser,
): ReadonlyMap<string, readonly Label[]> {
  const byFirst = new Map<string, Label[]>()
  const seen = new Set<string>()
  for (const { id, labels } of concepts) {
    for (const { preferred, alternatives } of Object.values(labels)) {
      for (const text of [preferred, ...alternatives]) {
        for (const reading of ['norwegian', 'english'] as const) {
          const keys = labelKeys(text, reading, analyseWord)
          const [first] = keys
          const identity = `${id} ${keys.join(' ')}`
          if (first === undefined || seen.has(identity)) continue
          seen.add(identity)
          byFirst.set(first, [...(byFirst.get(first) ?? []), { concept: id, keys }])
        }
      }
    }
  }
  for (const labels of byFirst.values()) labels.sort((one, other) => other.keys.length - one.keys.length)
  return byFirst
}

function labelKeys(text: string, reading: Reading, analyseWord: WordAnalyser): readonly string[] {
  return unitsOf(readText(text, reading, analyseWord)).map(({ key }) => key)
}

function findLabels(
  units: readonly Unit[],
  labels: ReadonlyMap<string, readonly Label[]>,
): readonly ConceptMatch[] {
  const found: ConceptMatch[] = []
  for (let start = 0; start < units.length; ) {
    const matches = (labels.get(units[start]?.key ?? '') ?? []).filter(({ keys }) =>
      standsAt(units, start, keys),
    )
    const length = matches[0]?.keys.length ?? 0
    for (const { concept, keys } of matches) {
      if (keys.length < length) break
      found.push({ concept, start, end: start + length, weight: sureness(units, start, start + length) })
    }
    start += Math.max(1, length)
  }
  return found
}

function standsAt(units: readonly Unit[], start: number, keys: readonly string[]): boolean {
  return keys.every((key, at) => units[start + at]?.key === key)
}

function sureness(units: readonly Unit[], start: number, end: number): number {
  if (!units[end - 1]?.closesWord) return INSIDE.other
  return units[start]?.opensWord ? INSIDE.whole : INSIDE.last
}

function readRelations(
  concepts: readonly Concept[],
  weights: ThesaurusWeights,
): ReadonlyMap<string, readonly ConceptAlternative[]> {
  const narrower = new Map<string, string[]>()
  for (const { id, broader } of concepts) {
    for (const parent of broader) narrower.set(parent, [...(narrower.get(parent) ?? []), id])
  }
  return new Map(
    concepts.map(({ id, broader }) => [
      id,
      [
        { concept: id, weight: weights.synonym },
        ...(narrower.get(id) ?? []).map((concept) => ({ concept, weight: weights.narrower })),
        ...broader.map((concept) => ({ concept, weight: weights.broader })),
      ],
    ]),
  )
}

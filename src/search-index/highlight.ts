import type { TermKind } from '#src/text/analysis.ts'
import { cutSnippet, type Mark, markText, type TextPart } from './mark-text.ts'
import type { Plan } from './plan.ts'
import type { DocumentAnalyser } from './schema.ts'

/** What a reader is shown of a document. */
export type ShownTexts = {
  readonly language: string
  readonly title: string
  /** Where the snippet is taken from: the first with most of what was asked for; without any, the first of all. */
  readonly texts: readonly string[]
}

export type Highlight = {
  readonly title: readonly TextPart[]
  readonly snippet: readonly TextPart[]
  /** By word of the question that was found here: what answered it best. */
  readonly reasons: readonly Reason[]
}

/** «treff på *trygghetsalarm*, synonym»: what was asked for, what stands in the document, and how they belong. */
export type Reason = {
  readonly source: string
  readonly text: string
  readonly kind: TermKind | 'beginning'
  readonly concept: string | null
}

/** Shows where a document answers a question, and by what. */
export function highlight(shown: ShownTexts, plan: Plan, analyse: DocumentAnalyser): Highlight {
  const wanted = wantedTerms(plan)
  const marksOf = (text: string) => findMarks(text, wanted, (one) => analyse(one, shown.language))
  const title = marksOf(shown.title)
  const texts = shown.texts.map((text) => ({ text, marks: marksOf(text) }))
  const best = texts.reduce((one, other) => (worthOf(other.marks) > worthOf(one.marks) ? other : one), {
    text: texts[0]?.text ?? '',
    marks: texts[0]?.marks ?? [],
  })
  return {
    title: markText(shown.title, title),
    snippet: cutSnippet(best.text, best.marks),
    reasons: reasonsOf([...title, ...texts.flatMap(({ marks }) => marks)]),
  }
}

type Wanted = ReadonlyMap<string, Omit<Mark, 'start' | 'end' | 'text'>>

/** By term the word of the question it answers; of several, the one it is worth most for. */
function wantedTerms({ groups }: Plan): Wanted {
  const wanted = new Map<string, Omit<Mark, 'start' | 'end' | 'text'>>()
  for (const [group, { alternatives }] of groups.entries()) {
    for (const { term, worth, asked } of alternatives) {
      if (worth > (wanted.get(term)?.worth ?? -1)) wanted.set(term, { group, worth, asked })
    }
  }
  return wanted
}

function findMarks(
  text: string,
  wanted: Wanted,
  analyse: (text: string) => ReturnType<DocumentAnalyser>,
): Mark[] {
  if (wanted.size === 0) return []
  return analyse(text).flatMap(({ term, start, end }) => {
    const mark = wanted.get(term)
    return mark ? [{ ...mark, start, end, text: text.slice(start, end) }] : []
  })
}

/** What is found at all counts, not how often. */
function worthOf(marks: readonly Mark[]): number {
  const groups = new Map<number, number>()
  for (const { group, worth } of marks) groups.set(group, Math.max(worth, groups.get(group) ?? 0))
  return [...groups.values()].reduce((sum, worth) => sum + worth, 0)
}

function reasonsOf(marks: readonly Mark[]): Reason[] {
  const best = new Map<number, Mark>()
  for (const mark of marks) if (mark.worth > (best.get(mark.group)?.worth ?? -1)) best.set(mark.group, mark)
  return [...best]
    .sort(([one], [other]) => one - other)
    .map(([, { text, asked }]) => ({
      source: asked?.source ?? text,
      text,
      kind: asked?.kind ?? 'beginning',
      concept: asked?.concept ?? null,
    }))
}

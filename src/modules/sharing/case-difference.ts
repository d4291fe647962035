import { diffWordsWithSpace } from 'diff'
import type { CaseContent } from '#src/modules/catalogue/contract.ts'
import type { StepName } from './contract.ts'
import type { Field, FormPart } from './form/field.ts'
import { fillForm } from './form/fill-form.ts'
import { STEPS } from './form/questions.ts'
import { readAt, rowsAt, type TypedContent } from './typed-content.ts'

export type DifferencePart = { readonly text: string; readonly change: 'same' | 'added' | 'removed' }

/** What has become of one question from one version to another. */
export type FieldDifference = {
  readonly step: StepName
  /** Which question, as its words are called (`need.text`). */
  readonly words: string
  readonly parts: readonly DifferencePart[]
}

/** How an answer reads; codes have words. */
export type Say = (answer: {
  readonly kind: Field['kind']
  readonly words: string
  readonly value: unknown
}) => string

/** Words beyond which a difference is told as one text for another: nobody reads it word by word. */
const MOST_EDITS = 2000

/** What has changed between two versions, question by question, word by word; nothing of what is the same. */
export function caseDifference(
  before: CaseContent,
  after: CaseContent,
  say: Say,
): readonly FieldDifference[] {
  return typedDifference(fillForm(before), fillForm(after), say)
}

export type Answer = { readonly step: StepName; readonly words: string; readonly text: string }

/** What a case says, question by question; nothing where nothing is told. */
export function caseAnswers(content: CaseContent, say: Say): readonly Answer[] {
  return typedAnswers(fillForm(content), say)
}

/** The same of what is typed in a draft, right or wrong. */
export function typedAnswers(filled: TypedContent, say: Say): readonly Answer[] {
  return STEPS.flatMap(({ name, parts }) =>
    parts
      .filter((part) => part.kind !== 'tick')
      .map((part) => ({ step: name, words: part.path, text: textOf(filled, part, say) }))
      .filter(({ text }) => text !== ''),
  )
}

/** The same of what is typed in a draft. */
export function typedDifference(
  before: TypedContent,
  after: TypedContent,
  say: Say,
): readonly FieldDifference[] {
  return STEPS.flatMap(({ name, parts }) =>
    parts.flatMap((part) => {
      if (part.path.includes('$')) return []
      const [was, is] = [textOf(before, part, say), textOf(after, part, say)]
      return was === is ? [] : [{ step: name, words: part.path, parts: wordByWord(was, is) }]
    }),
  )
}

/** Rows one after the other, each on lines of its own. */
function textOf(content: TypedContent, part: FormPart, say: Say): string {
  if (part.kind !== 'rows') {
    const value = readAt(content, part.path)
    return value === undefined || value === '' ? '' : say({ kind: part.kind, words: part.path, value })
  }
  return rowsAt(content, part.path)
    .map((row) =>
      part.fields
        .map((field) => ({ field, value: readAt(row, field.path) }))
        .filter(({ value }) => value !== undefined && value !== '')
        .map(({ field, value }) => say({ kind: field.kind, words: `${part.path}.${field.path}`, value }))
        .join(' · '),
    )
    .filter((text) => text !== '')
    .join('\n')
}

/** How one text became another, word by word. */
export function wordByWord(was: string, is: string): readonly DifferencePart[] {
  const found = diffWordsWithSpace(was, is, { maxEditLength: MOST_EDITS })
  const parts = found?.map(
    ({ value, added, removed }): DifferencePart => ({
      text: value,
      change: added ? 'added' : removed ? 'removed' : 'same',
    }),
  ) ?? [
    { text: was, change: 'removed' as const },
    { text: is, change: 'added' as const },
  ]
  return readable(parts.filter(({ text }) => text !== ''))
}

/** Pieces that stand between two changes and are too small to read are part of the change. */
function readable(parts: readonly DifferencePart[]): readonly DifferencePart[] {
  const runs: DifferencePart[][] = []
  for (const [place, part] of parts.entries()) {
    const run = runs.at(-1)
    const isInside = part.change === 'same' && isTiny(part) && place > 0 && place < parts.length - 1
    const belongs = run?.[0] && (part.change !== 'same' || isInside) && run[0].change !== 'same'
    if (belongs) run.push(part)
    else runs.push([part])
  }
  return runs.flatMap(asOneChange)
}

function isTiny({ text }: DifferencePart): boolean {
  return text.trim().length <= LONGEST_TINY
}

const LONGEST_TINY = 2

function asOneChange(run: readonly DifferencePart[]): readonly DifferencePart[] {
  if (run.length === 1) return run
  const side = (change: 'added' | 'removed') => ({
    text: run.flatMap((part) => (part.change === 'same' || part.change === change ? part.text : [])).join(''),
    change,
  })
  return [side('removed'), side('added')].filter(({ text }) => text !== '')
}

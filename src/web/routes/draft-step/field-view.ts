import type { Field } from '#src/modules/sharing/index.ts'

export type OptionView = { readonly value: string; readonly text: string }

/** Choices that belong together; those without a heading come alone. */
export type OptionGroup = { readonly title: string | null; readonly options: readonly OptionView[] }

/** A question as it stands on the page, with what is typed and what is wrong with it. */
export type FieldView = {
  /** Its name in the form and its id on the page (`effects.0.grade`). */
  readonly name: string
  readonly kind: Field['kind']
  readonly label: string
  readonly help: string | null
  readonly example: string | null
  readonly isNeeded: boolean
  readonly values: readonly string[]
  /** How many answers there is room for, where there may be several. */
  readonly answers: number
  readonly options: readonly OptionGroup[]
  readonly error: string | null
  /** What may shut suppliers out in what is typed. */
  readonly hints: readonly string[]
}

export type RowView = {
  readonly key: string
  readonly title: string
  readonly fields: readonly FieldView[]
  /** What only a full case is asked, kept out of the way until somebody wants to tell it. */
  readonly more: readonly FieldView[]
}

export type RowsView = {
  readonly kind: 'rows'
  readonly path: string
  readonly label: string
  readonly help: string | null
  readonly addText: string
  /** An experience tells of one. */
  readonly canAdd: boolean
  readonly rows: readonly RowView[]
}

export type PartView = FieldView | RowsView

export function isRows(part: PartView): part is RowsView {
  return part.kind === 'rows'
}

/** What is heard with the question by those who do not see the page. */
export function describedBy({ name, help, example, error, hints }: FieldView): string | undefined {
  const ids = [
    help || example ? `${name}-help` : '',
    error ? `${name}-error` : '',
    hints.length > 0 ? `${name}-hint` : '',
  ]
  return ids.filter((id) => id !== '').join(' ') || undefined
}

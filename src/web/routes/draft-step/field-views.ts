import { isMessageKey, type Messages } from '#src/messages/index.ts'
import type { DraftSize } from '#src/modules/sharing/contract.ts'
import {
  type Field,
  type Problem,
  type Rows,
  readAt,
  rowsAt,
  type Step,
  type TypedContent,
  type TypedRow,
  textAt,
} from '#src/modules/sharing/index.ts'
import { newId } from '#src/platform/ids.ts'
import { label, toFieldProblem } from '#src/web/present/form-words.ts'
import { remarkTexts } from '#src/web/present/remark-texts.ts'
import type { FieldView, PartView, RowsView } from './field-view.ts'
import { optionViews } from './option-views.ts'

/** A case may have more, and then they are shown. */
const MOST_THEMES = 3

type Shown = {
  readonly content: TypedContent
  readonly size: DraftSize
  readonly problems: readonly Problem[]
  readonly messages: Messages
}

/** The questions of a page. */
export function partViews({ parts }: Step, shown: Shown): readonly PartView[] {
  return parts.flatMap((part): PartView[] => {
    if (part.kind === 'rows') return [rowsView(part, shown)]
    if (part.path === 'reuse.$shared' && !asksWhetherShared(shown)) return []
    return [fieldView(part, { ...shown, row: shown.content, name: part.path, words: part.path })]
  })
}

function asksWhetherShared({ content, problems }: Shown): boolean {
  return (
    problems.some(({ reason }) => reason === 'personalMailbox') || readAt(content, 'reuse.$shared') === 'true'
  )
}

function rowsView(part: Rows, shown: Shown): RowsView {
  const { content, size, messages } = shown
  const stored = rowsAt(content, part.path)
  // One row to write in, whose key is its own until it is saved.
  const rows: readonly TypedRow[] = stored.length > 0 ? stored : [{ $key: newId() }]
  return {
    kind: 'rows',
    path: part.path,
    label: label(part.path, size, messages),
    help: word(`sharing.help.${part.path}`, messages),
    addText: word(`sharing.add.${part.path}`, messages) ?? '',
    canAdd: size !== 'experience',
    rows: rows.map((row, place) => {
      const view = (field: Field) =>
        fieldView(field, {
          ...shown,
          row,
          name: `${part.path}.${place}.${field.path}`,
          words: `${part.path}.${field.path}`,
          // In a row that may be left out altogether nothing must be answered.
          isOptional: part.neededFrom === undefined,
        })
      const isMore = (field: Field) => field.from === 'full' && part.from !== 'full'
      return {
        key: row.$key,
        title: word(`sharing.row.${part.path}`, messages, { number: place + 1 }) ?? '',
        fields: part.fields.filter((field) => !isMore(field)).map(view),
        more: part.fields.filter(isMore).map(view),
      }
    }),
  }
}

const ASKED_OF_THE_MARKET = new Set(['requirements.text', 'competition.criteria.name'])

/** The suppliers that the case itself names are not to be seen in what it asks for. */
function hintsOf(text: string, content: TypedContent, messages: Messages): readonly string[] {
  const suppliers = rowsAt(content, 'who.suppliers').map((row) => textAt(row, 'name').trim())
  return remarkTexts(text, suppliers, messages)
}

type Placed = Shown & {
  readonly row: TypedContent
  readonly name: string
  readonly words: string
  readonly isOptional?: boolean
}

function fieldView(field: Field, placed: Placed): FieldView {
  const { content, row, name, words, size, problems, messages, isOptional = false } = placed
  const problem = problems.find(({ path }) => path === name)
  const typed = readAt(row, field.path)
  return {
    name,
    kind: field.kind,
    label: label(words, size, messages),
    help: word(`sharing.help.${words}`, messages),
    example: word(`sharing.example.${words}`, messages),
    isNeeded: field.neededFrom !== undefined && !isOptional,
    values: Array.isArray(typed) ? typed.map(String) : typed === undefined ? [] : [String(typed)],
    answers: size === 'experience' ? 1 : MOST_THEMES,
    options: optionViews(field, words, messages),
    error: problem ? toFieldProblem(problem, size, messages).text : null,
    hints:
      ASKED_OF_THE_MARKET.has(words) && typeof typed === 'string' ? hintsOf(typed, content, messages) : [],
  }
}

function word(key: string, { t }: Messages, values?: Readonly<Record<string, number>>): string | null {
  return isMessageKey(key) ? t(key, values) : null
}

import type { Messages } from '#src/messages/index.ts'
import { findPerson } from '#src/modules/identity/index.ts'
import type { Conflict, SavedStep } from '#src/modules/sharing/index.ts'
import type { Database } from '#src/platform/database.ts'
import { answerText, label } from '#src/web/present/form-words.ts'

/** Two texts for one question, as the one who came last is shown them. */
export type ConflictView = {
  readonly path: string
  readonly label: string
  readonly by: string
  readonly at: Date
  readonly theirs: string
  readonly mine: string
  /** What is sent back when «mine» is chosen: a text that can be changed first, or answers among several. */
  readonly sends:
    | { readonly text: string; readonly isLong: boolean }
    | { readonly several: readonly string[] }
}

export async function conflictViews(
  db: Database,
  { draft, conflicts, before }: SavedStep,
  messages: Messages,
): Promise<readonly ConflictView[]> {
  const other = await findPerson(db, before.savedBy)
  return conflicts.map((conflict) => {
    const { path, field, theirs, mine } = conflict
    const words = wordsOf(conflict)
    return {
      path,
      label: label(words, draft.size, messages),
      by: other?.name ?? messages.t('sharing.someone'),
      at: before.savedAt,
      theirs: answerText({ kind: field.kind, words, value: theirs }, messages),
      mine: answerText({ kind: field.kind, words, value: mine }, messages),
      sends: Array.isArray(mine)
        ? { several: mine.map(String) }
        : { text: String(mine), isLong: field.kind === 'text' },
    }
  })
}

/** A row is named by its key in a conflict, and has the words of its part. */
function wordsOf({ part, field }: Conflict): string {
  return part === field.path ? part : `${part}.${field.path}`
}

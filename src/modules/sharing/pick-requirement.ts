import type { RequirementId } from '#src/modules/catalogue/contract.ts'
import { type PublishedRequirement, requirementsByIds } from '#src/modules/catalogue/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import type { Json } from '#src/platform/json.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type DraftId, MOST_ROWS } from './contract.ts'
import type { Draft } from './draft.ts'
import { rowsAt, type TypedContent, type TypedRow, textAt, writeAt } from './typed-content.ts'
import { lockToWrite, saveWritten, type WriteFailure } from './write-in-draft.ts'

export type PickRequirement = { readonly draft: DraftId; readonly requirement: RequirementId }

export type PickRequirementFailure =
  | WriteFailure
  /** Only a full case has a place for it. */
  | { readonly kind: 'tooSmall' }
  /** The case is gone, or has other words by now. */
  | { readonly kind: 'requirementNotFound' }
  | { readonly kind: 'full' }

/**
 * Puts what somebody else has asked the market for in one's own draft, to be changed as one likes; where it is from
 * goes with it, and is told when the case is published. The same one twice is there once.
 */
export function pickRequirement(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { draft: id, requirement }: PickRequirement,
): Promise<Result<Draft, PickRequirementFailure>> {
  return inTransaction(db, async (tx) => {
    const locked = await lockToWrite(tx, actor, { id })
    if (!locked.ok) return locked
    const draft = locked.value
    if (draft.size !== 'full') return fail({ kind: 'tooSmall' })
    const [found] = await requirementsByIds(tx, [requirement])
    if (!found) return fail({ kind: 'requirementNotFound' })
    const content = withPicked(draft.content, found)
    if (content === draft.content) return ok(draft)
    if (!content) return fail({ kind: 'full' })
    const done = { action: 'draft.saved', details: { picked: requirement }, at: now() } as const
    return ok(await saveWritten(tx, actor, { draft, to: { content }, ...done }))
  })
}

/** Where each kind stands in a case, and what its words are called there. */
const PLACES = {
  requirement: { path: 'requirements', words: 'text' },
  'dialogue-question': { path: 'marketDialogue.questions', words: 'text' },
  'award-criterion': { path: 'competition.criteria', words: 'name' },
} as const

/** Null when there is no room for one more; the same content when it has it. */
function withPicked(content: TypedContent, found: PublishedRequirement): TypedContent | null {
  const { path, words } = PLACES[found.kind]
  const rows = rowsAt(content, path)
  if (rows.some((row) => textAt(row, words).trim() === found.text)) return content
  if (rows.length >= MOST_ROWS) return null
  const told: Record<string, Json | null> = {
    strength: found.strength,
    measuredBy: found.measuredBy,
    weight: found.weight,
  }
  const row: TypedRow = {
    ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null)),
    [words]: found.text,
    takenFrom: { case: found.case, version: found.version },
    // Of the words themselves, so that picking it at the same time on two pages makes one row.
    $key: `picked-${found.case}-${found.hash}`,
  }
  return writeAt(content, path, [...rows, row])
}

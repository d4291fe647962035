import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type ChangeRefusal, whyNotChange } from './add-version.ts'
import type { DocumentDescription, DocumentId } from './contract.ts'
import type { SharedDocument } from './document.ts'
import { descriptionColumns, lockDocument } from './documents-repository.ts'
import { mayShowTo } from './policy.ts'
import { type RightsProblem, rightsProblems } from './rights.ts'

export type DescribeDocument = {
  readonly id: DocumentId
  /** The revision that the person had before them. */
  readonly revision: number
  readonly description: DocumentDescription
}

export type DescribeDocumentFailure =
  | ChangeRefusal
  | { readonly kind: 'coordinatorNeeded' }
  | { readonly kind: 'rights'; readonly problems: readonly RightsProblem[] }
  /** Somebody has saved since: what they wrote is not written over. */
  | { readonly kind: 'changedMeanwhile'; readonly now: SharedDocument }

/** Changes what is said about a document, and who may see it. */
export function describeDocument(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, revision, description }: DescribeDocument,
): Promise<Result<null, DescribeDocumentFailure>> {
  return inTransaction(db, async (tx) => {
    const found = await lockDocument(tx, id)
    const refusal = whyNotChange(actor, found)
    if (!found || refusal) return fail(refusal ?? { kind: 'documentNotFound' })
    if (found.revision !== revision) return fail({ kind: 'changedMeanwhile', now: found })
    const isOpened = description.visibility !== found.visibility
    if (isOpened && !mayShowTo(actor, found.organisation, description.visibility))
      return fail({ kind: 'coordinatorNeeded' })
    const problems = rightsProblems(description)
    if (problems.length > 0) return fail({ kind: 'rights', problems })
    const at = now()
    await tx
      .updateTable('document')
      .set({ ...descriptionColumns(description), revision: revision + 1, changed_at: at })
      .where('id', '=', id)
      .execute()
    await recordAudit(tx, actor, {
      action: 'document.described',
      subject: id,
      organisation: found.organisation,
      details: differences(found, description),
      at,
    })
    await recordEvent(tx, { kind: 'document.changed', subject: id })
    return ok(null)
  })
}

type Difference = { readonly from: string | null; readonly to: string | null }

function differences(
  before: DocumentDescription,
  after: DocumentDescription,
): Readonly<Record<string, Difference>> {
  const fields = Object.keys(after) as (keyof DocumentDescription)[]
  return Object.fromEntries(
    fields
      .filter((field) => before[field] !== after[field])
      .map((field) => [field, { from: before[field], to: after[field] }]),
  )
}

import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Json } from '#src/platform/json.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import type { Draft } from './draft.ts'
import { textAt } from './typed-content.ts'

export type Done = {
  /** `draft.submitted` */
  readonly action: `draft.${string}`
  readonly draft: Draft
  /** The version it was before; null for a new one. */
  readonly from: number | null
  readonly details?: { readonly [key: string]: Json }
  readonly at: Date
}

/** Notes who did what with a draft, in the audit, and for those who follow unless it is only a saving. */
export async function recordDraft(tx: Database, actor: Actor, done: Done): Promise<void> {
  const { action, draft, from, details = {}, at } = done
  await recordAudit(tx, actor, {
    action,
    subject: draft.id,
    organisation: draft.organisation,
    fromVersion: from,
    toVersion: draft.version,
    details,
    at,
  })
  if (action === 'draft.saved') return
  const { organisation, createdBy, submittedBy, caseId } = draft
  const title = textAt(draft.content, 'identity.title').trim()
  const payload = { organisation, title, createdBy, submittedBy, caseId, by: actor.personId, ...details }
  await recordEvent(tx, { kind: action, subject: draft.id, payload })
}

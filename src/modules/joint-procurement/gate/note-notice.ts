import { isDeepStrictEqual } from 'node:util'
import { type Actor, dayOf } from '#src/modules/identity/index.ts'
import {
  type Context,
  changeProcurement,
  keep,
  type NotOpen,
  note,
} from '#src/modules/joint-procurement/changing.ts'
import type { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import type { JointProcurement } from '#src/modules/joint-procurement/joint-procurement.ts'
import { isPublished } from '#src/modules/joint-procurement/life.ts'
import { mayLead } from '#src/modules/joint-procurement/policy.ts'
import { findNotice } from '#src/modules/notices/index.ts'
import { readRegister } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type Compared, compareDraft } from './compare-draft.ts'
import type { NoticeForm } from './contract.ts'
import { type DraftFindings, findingsOf } from './draft-findings.ts'
import type { Gate } from './load-gate.ts'

export type NoteNoticeFailure =
  | NotOpen
  | { readonly kind: 'notAllowed' }
  /** Nothing is published before everybody has passed the check. */
  | { readonly kind: 'notLocked' }
  | { readonly kind: 'inFuture' }

type Asked = { readonly id: ProcurementId; readonly form: NoticeForm }

/** Notes as what, and when, it was published. Then it can be seen whether the notice names those who passed. */
export function noteNotice(
  context: Context,
  actor: Actor,
  { id, form }: Asked,
): Promise<Result<JointProcurement, NoteNoticeFailure>> {
  return changeProcurement(context, actor, {
    id,
    work: async (changing): Promise<Result<JointProcurement, NoteNoticeFailure>> => {
      const { tx, joint, at } = changing
      if (!mayLead(actor, joint)) return fail({ kind: 'notAllowed' })
      if (!isPublished(joint)) return fail({ kind: 'notLocked' })
      if (form.publishedOn > dayOf(at)) return fail({ kind: 'inFuture' })
      const told = { notice: referenceIn(form.notice), publishedOn: form.publishedOn }
      const facts = { ...joint.facts, ...told }
      if (isDeepStrictEqual(facts, joint.facts)) return ok(joint)
      const kept = await keep(tx, { ...joint, facts, changedAt: at })
      const details = { publishedOn: form.publishedOn }
      await note(changing, actor, { action: 'joint.notice-noted', organisation: joint.lead, details })
      return ok(kept)
    },
  })
}

/** The number alone, where somebody pastes the address of the notice. */
function referenceIn(typed: string): string {
  const url = URL.parse(typed)
  if (!url || !/^https?:$/.test(url.protocol)) return typed
  return url.pathname.split('/').findLast((part) => part !== '') ?? typed
}

export type PublishedNotice = {
  readonly id: string
  readonly title: string
  readonly found: DraftFindings
  readonly compared: Compared
}

/** The published notice beside those who passed, where the platform has read it; null where it has not. */
export async function publishedNotice(db: Database, { input }: Gate): Promise<PublishedNotice | null> {
  const reference = input.procurement.facts.notice
  const notice = reference === '' ? null : await findNotice(db, reference)
  if (!notice) return null
  const found = findingsOf(notice, await readRegister(db))
  return { id: notice.id, title: notice.title, found, compared: compareDraft(input, found) }
}

import type { CaseId } from '#src/modules/catalogue/contract.ts'
import { caseOwnership, findCase, mayReviseFor, ownershipIds } from '#src/modules/catalogue/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { findNotice } from '#src/modules/notices/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import type { Language } from '#src/platform/language.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { DraftId, DraftSize } from './contract.ts'
import { type Draft, hasEnded } from './draft.ts'
import { findDraft, findOpenDraft, insertDraft } from './drafts-repository.ts'
import { fillForm } from './form/fill-form.ts'
import { fromNotice } from './from-notice.ts'
import { ownParty } from './parties.ts'
import { mayBeginFor } from './policy.ts'
import { recordDraft } from './record-draft.ts'
import type { TypedContent } from './typed-content.ts'

/** What a draft begins with. */
export type Beginning =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'notice'; readonly id: string }
  /** A published case that is theirs, to correct. */
  | { readonly kind: 'case'; readonly id: CaseId }
  /** What another module has made ready, with the id of what it was made for. */
  | {
      readonly kind: 'adoption' | 'joint-procurement'
      readonly id: string
      readonly content: TypedContent
    }

export type StartDraft = {
  /** Made with the form that is sent, so that a form sent twice begins one draft. */
  readonly id: DraftId
  readonly organisation: OrganisationId
  readonly size: DraftSize
  readonly language: Language
  readonly from: Beginning
}

export type StartDraftFailure =
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'noticeNotFound' }
  | { readonly kind: 'caseNotFound' }
  /** Another organisation answers for the case. */
  | { readonly kind: 'notTheirs' }
  | { readonly kind: 'idTaken' }

type Prepared = Pick<Draft, 'size' | 'content' | 'caseId' | 'basedOn' | 'origin'>

/** Begins a draft, or leads to the one that the organisation has begun of the same case or notice. */
export function startDraft(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  asked: StartDraft,
): Promise<Result<Draft, StartDraftFailure>> {
  return inTransaction(db, async (tx) => {
    if (!mayBeginFor(actor, asked.organisation)) return fail({ kind: 'notAllowed' })
    const prepared = await prepare(tx, actor, asked)
    if (!prepared.ok) return prepared
    const at = now()
    const draft: Draft = {
      id: asked.id,
      organisation: asked.organisation,
      status: 'draft',
      version: 1,
      createdBy: actor.personId,
      createdAt: at,
      savedBy: actor.personId,
      savedAt: at,
      submittedBy: null,
      submittedAt: null,
      ...prepared.value,
    }
    if (!(await insertDraft(tx, draft))) return findBegun(tx, draft)
    await recordDraft(tx, actor, { action: 'draft.started', draft, from: null, at })
    return ok(draft)
  })
}

/** The draft that was in the way: the same one, sent twice, or the organisation's other of the same case or notice. */
async function findBegun(tx: Database, draft: Draft): Promise<Result<Draft, StartDraftFailure>> {
  const same = await findDraft(tx, draft.id)
  if (same)
    return same.organisation === draft.organisation && !hasEnded(same.status)
      ? ok(same)
      : fail({ kind: 'idTaken' })
  const about = draft.caseId ? { caseId: draft.caseId } : { notice: draft.origin.id ?? '' }
  const other = await findOpenDraft(tx, draft.organisation, about)
  return other ? ok(other) : fail({ kind: 'idTaken' })
}

function prepare(
  tx: Database,
  actor: Actor,
  asked: StartDraft,
): Promise<Result<Prepared, StartDraftFailure>> {
  switch (asked.from.kind) {
    case 'nothing':
      return fromNothing(tx, asked)
    case 'notice':
      return ofNotice(tx, asked, asked.from.id)
    case 'case':
      return ofCase(tx, actor, { asked, id: asked.from.id })
    case 'adoption':
    case 'joint-procurement': {
      const { kind, id, content } = asked.from
      return Promise.resolve(ok({ ...anew(asked), content, origin: { kind, id } }))
    }
  }
}

function anew({ size }: StartDraft) {
  return { size, caseId: null, basedOn: null }
}

async function fromNothing(tx: Database, asked: StartDraft): Promise<Result<Prepared, StartDraftFailure>> {
  const own = await findOrganisationById(tx, asked.organisation)
  const parties = own ? [ownParty(own)] : []
  const content = { language: asked.language, ...fillForm({ who: { parties, suppliers: [], joint: false } }) }
  return ok({ ...anew(asked), content, origin: { kind: 'nothing', id: null } })
}

async function ofNotice(
  tx: Database,
  asked: StartDraft,
  id: string,
): Promise<Result<Prepared, StartDraftFailure>> {
  const notice = await findNotice(tx, id)
  if (!notice) return fail({ kind: 'noticeNotFound' })
  const own = await findOrganisationById(tx, asked.organisation)
  const content = fromNotice(notice, { language: asked.language, own })
  return ok({ ...anew(asked), content, origin: { kind: 'notice', id: notice.currentId } })
}

async function ofCase(
  tx: Database,
  actor: Actor,
  { asked, id }: { readonly asked: StartDraft; readonly id: CaseId },
): Promise<Result<Prepared, StartDraftFailure>> {
  const found = await findCase(tx, id)
  if (found?.status !== 'found') return fail({ kind: 'caseNotFound' })
  const ownership = ownershipIds(await caseOwnership(tx, id))
  if (!mayReviseFor(actor, asked.organisation, ownership)) return fail({ kind: 'notTheirs' })
  const { content, version } = found.case
  const { level } = content.identity
  return ok({
    size: level === 'mention' ? 'short' : level,
    content: fillForm(content),
    caseId: id,
    basedOn: version,
    origin: { kind: 'case', id },
  })
}

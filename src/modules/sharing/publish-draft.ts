import type { CaseContent, CaseId, CaseLevel } from '#src/modules/catalogue/contract.ts'
import { addCase, missingBlocks, reviseCase } from '#src/modules/catalogue/index.ts'
import { moveDocuments } from '#src/modules/documents/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { findOrganisationById, readRegister } from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { resolveAll } from './comments-repository.ts'
import type { DraftId, DraftStatus } from './contract.ts'
import { canBecome, type Draft } from './draft.ts'
import { lockDraft, saveDraft } from './drafts-repository.ts'
import { missingIn, type Problem } from './form/problems.ts'
import { readForm } from './form/read-form.ts'
import { withReferences } from './parties.ts'
import { mayPublish, maySee } from './policy.ts'
import { recordDraft } from './record-draft.ts'
import { textAt } from './typed-content.ts'

export type PublishDraft = {
  readonly id: DraftId
  /** The version that was read through. */
  readonly version: number
}

export type PublishDraftFailure =
  | { readonly kind: 'draftNotFound' }
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'wrongStatus'; readonly status: DraftStatus; readonly caseId: CaseId | null }
  | { readonly kind: 'changedMeanwhile'; readonly version: number }
  | { readonly kind: 'notComplete'; readonly problems: readonly Problem[] }
  /** The case it corrects is withdrawn or merged into another. */
  | { readonly kind: 'caseGone' }
  /** Another organisation answers for the case by now. */
  | { readonly kind: 'notTheirs' }
  /** The case it corrects has been published anew since the draft was made. */
  | { readonly kind: 'caseChanged'; readonly version: number }

/**
 * Makes the draft a case that everybody can read, or the next version of the one it corrects. The draft, the case,
 * the audit and the events are written together or not at all, so that one draft never becomes two cases.
 */
export function publishDraft(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, version }: PublishDraft,
): Promise<Result<CaseId, PublishDraftFailure>> {
  return inTransaction(db, async (tx): Promise<Result<CaseId, PublishDraftFailure>> => {
    const draft = await lockDraft(tx, id)
    if (!draft || !maySee(actor, draft)) return fail({ kind: 'draftNotFound' })
    if (!canBecome(draft.status, 'published'))
      return fail({ kind: 'wrongStatus', status: draft.status, caseId: draft.caseId })
    if (draft.version !== version) return fail({ kind: 'changedMeanwhile', version: draft.version })
    if (!mayPublish(actor, draft)) return fail({ kind: 'notAllowed' })
    const { content, problems } = readForm(draft, levelOf(draft))
    if (!content) return fail({ kind: 'notComplete', problems })
    const published = await writeCase({ db: tx, now }, actor, { draft, content })
    if (!published.ok) return published
    await end(tx, actor, { draft, caseId: published.value, at: now() })
    return published
  })
}

/** How many blocks of a full case may be missing, of the twelve there are. */
const MOST_MISSING = 4

/**
 * A full case of which little is written yet is called what it is, and becomes full when it is told. What was only
 * mentioned stays a mention until it tells what a short case needs. A correction makes no case smaller.
 */
export function levelOf(draft: Pick<Draft, 'size' | 'content' | 'basedOn'>): CaseLevel {
  const { size, content, basedOn } = draft
  if (basedOn !== null && textAt(content, 'identity.level') === size) return size
  if (size === 'full') return missingBlocks(readForm(draft).told).length > MOST_MISSING ? 'short' : 'full'
  const isThin = size === 'short' && missingIn(content, size).length > 0
  return isThin && textAt(content, 'identity.level') === 'mention' ? 'mention' : size
}

async function writeCase(
  context: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { draft, content }: { readonly draft: Draft; readonly content: CaseContent },
): Promise<Result<CaseId, PublishDraftFailure>> {
  const { organisation, caseId, basedOn } = draft
  const tied = withReferences(content, await readRegister(context.db))
  const told = await withSource(context.db, draft, tied)
  const note = textAt(draft.content, '$note').trim() || null
  if (!caseId || !basedOn) return addCase(context, actor, { content: told, note, organisation })
  const revision = { id: caseId, from: basedOn, content: told, note, organisation }
  const revised = await reviseCase(context, actor, revision)
  if (revised.ok) return ok(caseId)
  switch (revised.failure.kind) {
    case 'changedMeanwhile':
      return fail({ kind: 'caseChanged', version: revised.failure.version })
    case 'notAllowed':
      return fail({ kind: 'notTheirs' })
    case 'caseGone':
    case 'caseNotFound':
      return fail({ kind: 'caseGone' })
  }
}

/** What an organisation tells of itself has itself as its source. */
async function withSource(db: Database, { organisation }: Draft, content: CaseContent): Promise<CaseContent> {
  if (content.provenance.sources.length > 0) return content
  const own = await findOrganisationById(db, organisation)
  const sources = own ? [{ title: own.name }] : []
  return { ...content, provenance: { ...content.provenance, sources } }
}

async function end(
  tx: Database,
  actor: Actor,
  { draft, caseId, at }: { readonly draft: Draft; readonly caseId: CaseId; readonly at: Date },
): Promise<void> {
  const published: Draft = {
    ...draft,
    status: 'published',
    caseId,
    content: {},
    savedBy: actor.personId,
    savedAt: at,
  }
  const saved = await saveDraft(tx, published)
  await resolveAll(tx, { draft: draft.id, caseId }, { by: actor.personId, at })
  const [from, to] = [{ kind: 'draft', id: draft.id } as const, { kind: 'case', id: caseId } as const]
  await moveDocuments(tx, actor, { from, to, at })
  const details = { case: caseId }
  await recordDraft(tx, actor, { action: 'draft.published', draft: saved, from: draft.version, details, at })
}

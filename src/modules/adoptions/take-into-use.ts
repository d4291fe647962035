import { messagesIn } from '#src/messages/index.ts'
import type { CaseId } from '#src/modules/catalogue/contract.ts'
import { findCase } from '#src/modules/catalogue/index.ts'
import { type Actor, dayOf, recordAudit } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import { DraftId } from '#src/modules/sharing/contract.ts'
import { ownParty, startDraft } from '#src/modules/sharing/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { Adoption } from './adoption.ts'
import { adoptionUnderWay, beginWithDraft, insertAdoption } from './adoptions-repository.ts'
import { AdoptionId, type TakeIntoUseForm } from './contract.ts'
import { mayTakeIntoUse, tookPart } from './policy.ts'
import { type Original, prefillDraft } from './prefill-draft.ts'

export type TakeIntoUse = {
  readonly caseId: CaseId
  readonly organisation: OrganisationId
  readonly form: TakeIntoUseForm
}

export type TakeIntoUseFailure =
  | { readonly kind: 'caseNotFound' }
  | { readonly kind: 'notAllowed' }
  /** The case is their own: they took part in it as buyers. */
  | { readonly kind: 'tookPart' }
  /** They have one under way; it is shown instead of a second. */
  | { readonly kind: 'underWay'; readonly adoption: AdoptionId }

type Context = { readonly db: Database; readonly now: Clock }

/**
 * Begins to take another's case into use: a draft of one's own, filled in from it, and where one stands. It gives no right
 * to buy from the same supplier. The one it is taken from is told.
 */
export function takeIntoUse(
  { db, now }: Context,
  actor: Actor,
  { caseId, organisation, form }: TakeIntoUse,
): Promise<Result<Adoption, TakeIntoUseFailure>> {
  return inTransaction(db, async (tx): Promise<Result<Adoption, TakeIntoUseFailure>> => {
    const found = await findCase(tx, caseId)
    if (found?.status !== 'found') return fail({ kind: 'caseNotFound' })
    if (!mayTakeIntoUse(actor, organisation)) return fail({ kind: 'notAllowed' })
    if (tookPart(found.case, organisation)) return fail({ kind: 'tookPart' })
    const { version, content } = found.case
    const at = now()
    const adoption = newAdoption({ caseId, version, organisation, form, at })
    // The index lets one in: whoever comes at the same time waits here, and is led to the other's.
    if (!(await insertAdoption(tx, adoption, { by: actor.personId, at }))) {
      const before = await adoptionUnderWay(tx, { organisation, caseId })
      if (!before) throw new Error(`An adoption of ${caseId} was in the way and is gone`)
      return fail({ kind: 'underWay', adoption: before.id })
    }
    const original = { id: caseId, version, content }
    const draft = await beginDraft({ db: tx, now }, actor, { adoption, original })
    await beginWithDraft(tx, adoption.id, draft)
    await recordAudit(tx, actor, { action: 'adoption.begun', subject: adoption.id, organisation, at })
    const payload = { caseId, organisation, audience: form.audience, by: actor.personId }
    await recordEvent(tx, { kind: 'adoption.begun', subject: adoption.id, payload })
    return ok({ ...adoption, draft })
  })
}

type New = {
  readonly caseId: CaseId
  readonly version: number
  readonly organisation: OrganisationId
  readonly form: TakeIntoUseForm
  readonly at: Date
}

function newAdoption({ caseId, version, organisation, form, at }: New): Adoption {
  const { volumeThere, volumeHere, differences, audience } = form
  return {
    id: AdoptionId.parse(newId()),
    organisation,
    caseId,
    caseVersion: version,
    status: 'considering',
    audience,
    differences: differences || null,
    volumes: volumeThere !== null && volumeHere !== null ? { there: volumeThere, here: volumeHere } : null,
    draft: null,
    ownCase: null,
    version: 1,
    begunAt: at,
    steps: [{ status: 'considering', on: Temporal.PlainDate.from(dayOf(at)), reason: null }],
  }
}

async function beginDraft(
  context: Context,
  actor: Actor,
  { adoption, original }: { readonly adoption: Adoption; readonly original: Original },
): Promise<DraftId> {
  const own = await findOrganisationById(context.db, adoption.organisation)
  if (!own) throw new Error(`There is no organisation ${adoption.organisation}`)
  const { volumes, differences } = adoption
  const content = prefillDraft(original, {
    own: ownParty(own),
    year: Number(dayOf(context.now()).slice(0, 4)),
    volumes,
    differences,
    t: messagesIn(actor.language).t,
  })
  const started = await startDraft(context, actor, {
    id: DraftId.parse(newId()),
    organisation: adoption.organisation,
    size: 'full',
    language: actor.language,
    from: { kind: 'adoption', id: adoption.id, content },
  })
  // Whoever may take into use may write; throwing undoes what was begun.
  if (!started.ok) throw new Error(`The draft of an adoption was not begun: ${started.failure.kind}`)
  return started.value.id
}

import {
  type Actor,
  hasOneOf,
  isCurator,
  mayContributeFor,
  mayPublishFor,
} from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Draft } from './draft.ts'

/** Whoever writes for an organisation may begin a draft for it, and for those it has a mandate from. */
export function mayBeginFor(actor: Actor, organisation: OrganisationId): boolean {
  return mayContributeFor(actor, organisation)
}

/** A draft is seen by those who write for the organisation and, from when it is submitted, by the curators. */
export function maySee(actor: Actor, draft: Draft): boolean {
  return mayContributeFor(actor, draft.organisation) || (isCurator(actor) && isHandedIn(draft))
}

/** Everyone who writes for the organisation writes in its drafts. */
export function mayWrite(actor: Actor, draft: Draft): boolean {
  return mayContributeFor(actor, draft.organisation)
}

/**
 * A coordinator publishes; so does a colleague, when the draft is submitted by somebody else: what an organisation
 * says in public has been read by two, or by one who answers for it. A consultant writes and does not publish.
 */
export function mayPublish(actor: Actor, draft: Draft): boolean {
  return mayPublishFor(actor, draft.organisation) || readsForAnother(actor, draft)
}

/** Whoever may publish a submitted draft may ask for changes instead, and so may a curator. */
export function mayAskForChanges(actor: Actor, draft: Draft): boolean {
  return isHandedIn(draft) && (isCurator(actor) || mayPublish(actor, draft))
}

function readsForAnother(actor: Actor, draft: Draft): boolean {
  const isColleague =
    hasOneOf(actor, ['contributor', 'network-leader']) && actor.actsFor.has(draft.organisation)
  const isOwnWork = draft.submittedBy === actor.personId || draft.createdBy === actor.personId
  return isColleague && draft.status === 'submitted' && !isOwnWork
}

function isHandedIn({ status }: Draft): boolean {
  return status === 'submitted' || status === 'changes-requested'
}

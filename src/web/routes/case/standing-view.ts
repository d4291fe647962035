import type { RouterContextProvider } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import {
  type CaseOwnership,
  caseOwnership,
  mayReviseFor,
  mayWithdraw,
  organisationFor,
  ownershipIds,
  type ProcurementCase,
} from '#src/modules/catalogue/index.ts'
import { type Actor, isCurator } from '#src/modules/identity/index.ts'
import { suggestsFor } from '#src/modules/sharing/index.ts'
import { actorContext, programContext, requestContext } from '#src/web/context.ts'
import { newsOf } from '#src/web/news-of.ts'
import { citation } from '#src/web/present/citation.ts'
import { publicReads } from '#src/web/reads.ts'

export type StandingView = {
  readonly id: string
  readonly owner: string | null
  readonly confirmedBy: readonly string[]
  /** One who took part may still say that it is theirs. */
  readonly mayClaim: boolean
  readonly mayCorrect: boolean
  readonly mayWithdraw: boolean
  readonly mayAsk: boolean
  /** One who took part, and does not answer for it. */
  readonly maySuggest: boolean
  readonly mayBeContact: boolean
  readonly citation: string
  readonly news: 'published' | 'confirmed' | null
}

const NEWS = { publisert: 'published', bekreftet: 'confirmed' } as const

/** Who answers for the case, and what the one who reads may do with it. */
export async function standingView(
  found: ProcurementCase,
  { request, context }: { readonly request: Request; readonly context: Readonly<RouterContextProvider> },
  messages: Messages,
): Promise<StandingView> {
  const { db } = context.get(programContext)
  const actor = context.get(actorContext)
  const { id, version, content, updatedAt } = found
  const { owner, parties, confirmations } = await publicReads(context)(['caseOwnership', id], () =>
    caseOwnership(db, id),
  )
  const ownership = ownershipIds({ owner, parties })
  const told = new URL(request.url).searchParams.get('varsel')
  const { origin } = context.get(requestContext)
  return {
    id,
    owner: owner?.name ?? null,
    confirmedBy: confirmations.map(({ organisation }) => organisation.name),
    mayClaim: owner === null || (actor !== null && vouchesYet(actor, { owner, parties, confirmations })),
    mayCorrect: actor !== null && owner !== null && mayReviseFor(actor, owner.id, ownership),
    mayWithdraw: actor !== null && mayWithdraw(actor, ownership),
    mayAsk: isCurator(actor),
    maySuggest: actor !== null && suggestsFor(actor, { owner, parties }) !== null,
    mayBeContact: actor !== null && organisationFor(actor, ownership) !== null,
    citation: citation(
      { id, version, content, at: updatedAt, organisation: owner?.name ?? null, origin },
      messages,
    ),
    news: newsOf(NEWS, told),
  }
}

/** Another answers for it, and those this person acts for took part and have not vouched. */
function vouchesYet(actor: Actor, { owner, parties, confirmations }: CaseOwnership): boolean {
  const theirs = parties.filter(({ id }) => actor.actsFor.has(id) && id !== owner?.id)
  return theirs.some(({ id }) => confirmations.every(({ organisation }) => organisation.id !== id))
}

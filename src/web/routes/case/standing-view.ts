import type { RouterContextProvider } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import {
  caseOwnership,
  mayReviseFor,
  mayWithdraw,
  type ProcurementCase,
} from '#src/modules/catalogue/index.ts'
import { actorContext, programContext, requestContext } from '#src/web/context.ts'
import { citation } from '#src/web/present/citation.ts'
import { publicReads } from '#src/web/reads.ts'

export type StandingView = {
  readonly id: string
  readonly owner: string | null
  readonly confirmedBy: readonly string[]
  /** Nobody answers for it yet, so that one who took part may. */
  readonly mayClaim: boolean
  readonly mayCorrect: boolean
  readonly mayWithdraw: boolean
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
  const ownership = { owner: owner?.id ?? null, parties: new Set(parties.map((party) => party.id)) }
  const told = new URL(request.url).searchParams.get('varsel')
  const { origin } = context.get(requestContext)
  return {
    id,
    owner: owner?.name ?? null,
    confirmedBy: confirmations.map(({ organisation }) => organisation.name),
    mayClaim: owner === null,
    mayCorrect: actor !== null && owner !== null && mayReviseFor(actor, owner.id, ownership),
    mayWithdraw: actor !== null && mayWithdraw(actor, ownership),
    citation: citation(
      { id, version, content, at: updatedAt, organisation: owner?.name ?? null, origin },
      messages,
    ),
    news: told !== null && told in NEWS ? NEWS[told as keyof typeof NEWS] : null,
  }
}

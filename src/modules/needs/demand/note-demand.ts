import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { NeedId } from '#src/modules/needs/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'
import type { JointDemand } from './joint-demand.ts'

export type DemandFact = {
  /** What was done, as the audit and the event call it (`demand.joined`). */
  readonly action: string
  readonly organisation: OrganisationId
  /** The need it was done with, whose own page and place in the search change by it. */
  readonly need?: NeedId
  /** The organisation of that need, where another one did it. */
  readonly concerns?: OrganisationId
  readonly versions?: { readonly from: number; readonly to: number }
  readonly at: Date
}

/** Notes who did what with a demand, tells those whom it concerns, and those who show it that it has changed. */
export async function noteDemand(
  tx: Database,
  actor: Actor,
  { id }: Pick<JointDemand, 'id'>,
  { action, organisation, need, concerns = organisation, versions, at }: DemandFact,
): Promise<void> {
  await recordAudit(tx, actor, {
    action,
    subject: id,
    organisation,
    fromVersion: versions?.from ?? null,
    toVersion: versions?.to ?? null,
    details: need ? { need } : {},
    at,
  })
  const payload = { organisation, concerns, by: actor.personId, ...(need && { need }) }
  await recordEvents(tx, [
    { kind: action, subject: id, payload },
    ...(action === 'demand.changed' ? [] : [{ kind: 'demand.changed', subject: id, payload }]),
    ...(need
      ? [{ kind: 'need.changed', subject: need, payload: { organisation: concerns, demand: id } }]
      : []),
  ])
}

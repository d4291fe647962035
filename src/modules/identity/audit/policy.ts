import type { Actor } from '#src/modules/identity/actor.ts'
import { coordinates } from '#src/modules/identity/joining/policy.ts'
import { isCurator } from '#src/modules/identity/policy.ts'
import type { AuditScope } from './audit-entry.ts'

/** A coordinator reads what was done for the organisation; a curator what was done to the published catalogue. */
export function mayReadAudit(actor: Actor, scope: AuditScope): boolean {
  return 'organisation' in scope ? coordinates(actor, scope.organisation) : isCurator(actor)
}

import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { SignedIn } from './session.ts'
import { saveChoice } from './sessions-repository.ts'

/** From now on the person acts for the organisation, in this browser. */
export async function chooseOrganisation(
  { db }: { db: Database },
  { session, choices }: SignedIn,
  organisation: OrganisationId,
): Promise<Result<null, { readonly kind: 'notAMember' }>> {
  if (!choices.some(({ id }) => id === organisation)) return fail({ kind: 'notAMember' })
  await saveChoice(db, session, organisation)
  return ok(null)
}

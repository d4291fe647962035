import { type Actor, dayOf, peopleWith } from '#src/modules/identity/index.ts'
import type { Draft } from '#src/modules/sharing/index.ts'
import type { Database } from '#src/platform/database.ts'

/** Those who may publish it, beside the one who asks. */
export async function readPublishers(
  db: Database,
  actor: Actor,
  { draft, at }: { readonly draft: Draft; readonly at: Date },
): Promise<readonly string[]> {
  const { organisation } = draft
  const on = dayOf(at)
  const coordinators = await peopleWith(db, { organisation, roles: ['coordinator'], on })
  const colleagues = await peopleWith(db, { organisation, roles: ['contributor', 'network-leader'], on })
  const others = colleagues.filter(({ id }) => id !== draft.createdBy)
  const names = new Map([...coordinators, ...others].map((one) => [one.id, one.name]))
  names.delete(actor.personId)
  return [...names.values()].filter((name) => name !== null)
}

import type { Actor } from '#src/modules/identity/index.ts'
import type { JointProcurement, Participant } from '#src/modules/joint-procurement/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { Result } from '#src/platform/result.ts'

export const PEOPLE = ['lead', 'small', 'leaves'] as const
export type PersonName = (typeof PEOPLE)[number]

export const BEFORE = '2026-11-02'
export const TODAY = '2026-11-22'

/** Half a year of a joint procurement is lived in one day, so what must be waited for was decided long before. */
export const now = () => new Date(`${TODAY}T09:00:00Z`)

export type Life = {
  readonly db: Database
  readonly actors: Readonly<Record<PersonName, Actor>>
  readonly ids: Readonly<Record<PersonName, OrganisationId>>
}

export type Answer = Result<unknown, { readonly kind: string }>

/** One thing somebody does, and whether it has been done. */
export type Act = {
  readonly name: string
  readonly isDone: (life: Life, joint: JointProcurement) => boolean | Promise<boolean>
  readonly act: (life: Life, joint: JointProcurement) => Promise<Answer>
}

export function participant(
  { participants }: JointProcurement,
  organisation: OrganisationId,
): Participant | undefined {
  return participants.find((one) => one.organisation === organisation)
}

import type { PersonId } from '#src/modules/identity/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { StopAudience, StopId, StopStory } from './contract.ts'

/** What stopped an organisation, as it stands. */
export type Stop = StopStory &
  StopAudience & {
    readonly id: StopId
    readonly organisation: OrganisationId
    readonly toldBy: PersonId
    readonly version: number
    readonly createdAt: Date
    readonly changedAt: Date
    /** When its words were last put right; null for one that stands as it was told. */
    readonly correctedAt: Date | null
  }

/** The same as another may read it: who it was is not told unless they want it told. */
export type SeenStop = Omit<Stop, 'organisation' | 'readers' | 'toldBy'> & {
  readonly organisation: OrganisationId | null
  readonly readers: readonly OrganisationId[]
  readonly isOwn: boolean
}

export function asSeenBy(worksFor: ReadonlySet<OrganisationId>, { toldBy: _, ...stop }: Stop): SeenStop {
  const isOwn = worksFor.has(stop.organisation)
  if (isOwn) return { ...stop, isOwn }
  return { ...stop, isOwn, organisation: stop.named ? stop.organisation : null, readers: [] }
}

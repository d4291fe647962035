import type { CaseId } from '#src/modules/catalogue/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { AdoptionId, AdoptionStatus } from './contract.ts'

/** That an organisation took something from a case, with the case of its own that came of it, if it has told. */
export type Taken = {
  readonly id: AdoptionId
  readonly from: CaseId
  readonly by: OrganisationId
  readonly status: AdoptionStatus
  readonly since: string | null
  readonly ownCase: CaseId | null
}

export type SpreadNode = {
  readonly case: CaseId
  readonly taken: readonly (Taken & { readonly further: SpreadNode | null })[]
}

/**
 * Who took it from whom, from some cases on: those who took it, and where they have told of it themselves, those who took
 * it from them. A case is entered once, so that a circle (two who took from each other) ends; one that was taken from
 * another of them stands below that one. Cases that nobody has taken are left out.
 */
export function spreadFrom(origins: readonly CaseId[], all: readonly Taken[]): readonly SpreadNode[] {
  const byOrigin = Map.groupBy(all, ({ from }) => from)
  const entered = new Set<CaseId>()
  const enter = (id: CaseId): SpreadNode => {
    entered.add(id)
    const taken = (byOrigin.get(id) ?? []).map((one) => {
      const further = one.ownCase && !entered.has(one.ownCase) ? enter(one.ownCase) : null
      return { ...one, further: further && further.taken.length > 0 ? further : null }
    })
    return { case: id, taken }
  }
  const cameOfOthers = new Set(all.flatMap(({ ownCase }) => ownCase ?? []))
  const first = origins.filter((id) => !cameOfOthers.has(id))
  // The others follow for those in a circle, which nobody stands first in.
  return [...first, ...origins]
    .flatMap((id) => (entered.has(id) ? [] : enter(id)))
    .filter(({ taken }) => taken.length > 0)
}

/** How many took it in all, at whatever distance. */
export function sizeOf(node: SpreadNode): number {
  return node.taken.reduce((sum, { further }) => sum + 1 + (further ? sizeOf(further) : 0), 0)
}

/** How many steps it has gone: 0 when nobody has taken it, 1 when only from the first. */
export function depthOf(node: SpreadNode): number {
  return node.taken.reduce(
    (deepest, { further }) => Math.max(deepest, 1 + (further ? depthOf(further) : 0)),
    0,
  )
}

import { type JointDemand, membersOf } from '#src/modules/needs/demand/joint-demand.ts'
import { readDemands } from '#src/modules/needs/demand/read-demand.ts'
import type { Reader } from '#src/modules/needs/policy.ts'
import type { Database } from '#src/platform/database.ts'

/** Those of a group that are in the same joint demand. */
export type Together = { readonly demand: JointDemand; readonly members: readonly string[] }

export type DemandOf = (need: string) => JointDemand | null

/** Which demand each need is in. Of those this reader may not know of it cannot be felt that there is one. */
export async function readDemandOf(db: Database, reader: Reader): Promise<DemandOf> {
  const demands = await readDemands(db, reader)
  const byNeed = new Map<string, JointDemand>(
    demands.flatMap((demand) => membersOf(demand).map(({ need }) => [need, demand] as const)),
  )
  return (need) => byNeed.get(need) ?? null
}

/** Who of a group has found together already, demand by demand, in the order of the group. */
export function togetherIn(members: readonly string[], demandOf: DemandOf): readonly Together[] {
  const byDemand = Map.groupBy(members, demandOf)
  return [...byDemand].flatMap(([demand, those]) => (demand ? [{ demand, members: those }] : []))
}

/** They are one demand already, so there is nothing to propose. */
export function isOneDemand(members: readonly string[], together: readonly Together[]): boolean {
  return together[0]?.members.length === members.length
}

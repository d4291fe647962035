import type { GateInput } from '#src/modules/joint-procurement/gate/gate-input.ts'
import { carriers } from '#src/modules/joint-procurement/joint-procurement.ts'
import { costShares } from '#src/modules/joint-procurement/withdrawing/cost-shares.ts'
import { unitKey } from '#src/modules/needs/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'

const WHOLE = 10_000

/**
 * Each one's share of the common costs in hundredths of a per cent, by the key, rounded by the largest remainder so that
 * they add up to 100 %. Null where the key, or what it rests on, is not known of everybody. An option that is not used
 * carries nothing, so those who have one are left out.
 */
export function sharesByKey({
  procurement,
  parties,
}: Pick<GateInput, 'procurement' | 'parties'>): ReadonlyMap<OrganisationId, number> | null {
  const carrying = carriers(procurement)
  const units = new Set(
    carrying.flatMap(({ standing }) => (standing.volume ? unitKey(standing.volume.unit) : [])),
  )
  const { costKey } = procurement.facts
  if (costKey === 'volume' && units.size > 1) return null
  const shares = costShares(
    costKey,
    carrying.map(({ organisation, standing }) => ({
      organisation,
      inhabitants: parties.get(organisation)?.inhabitants ?? null,
      volume: standing.volume?.amount ?? null,
      agreed: standing.costShare,
    })),
  )
  return shares && largestRemainder(shares)
}

function largestRemainder(shares: ReadonlyMap<OrganisationId, number>): ReadonlyMap<OrganisationId, number> {
  const exact = [...shares].map(([organisation, percent]) => ({
    organisation,
    exact: (percent / 100) * WHOLE,
  }))
  const down = exact.map((one) => ({ ...one, units: Math.floor(one.exact + 1e-9) }))
  const left = WHOLE - down.reduce((sum, { units }) => sum + units, 0)
  const first = new Set(
    down
      .toSorted(
        (a, b) => b.exact - b.units - (a.exact - a.units) || (a.organisation < b.organisation ? -1 : 1),
      )
      .slice(0, left)
      .map(({ organisation }) => organisation),
  )
  return new Map(
    down.map(({ organisation, units }) => [organisation, units + (first.has(organisation) ? 1 : 0)]),
  )
}

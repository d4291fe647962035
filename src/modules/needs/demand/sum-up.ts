import type { InnovationHeight, NeedContent, NeedId, NeedPhase } from '#src/modules/needs/contract.ts'
import { unitKey } from '#src/modules/needs/volume-unit.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'

/** One need of a demand, with how many live where it is. */
export type NeedToSum = {
  readonly need: NeedId
  readonly organisation: OrganisationId
  /** Null for one that is not a municipality. */
  readonly inhabitants: number | null
  readonly content: Pick<
    NeedContent,
    'volume' | 'from' | 'until' | 'innovationHeight' | 'phase' | 'firmness' | 'wish' | 'themes' | 'cpv'
  >
}

export type TimeWindow = { readonly from: string; readonly until: string }

export type DemandSum = {
  readonly organisations: number
  readonly municipalities: number
  readonly inhabitants: number
  /** How many, by what they are counted in; places are never added to vehicles. */
  readonly volumes: readonly { readonly amount: number; readonly unit: string }[]
  /** The needs that do not say how many. */
  readonly withoutVolume: readonly NeedId[]
  /** When the most of them want it bought at the same time; null where no two meet. */
  readonly window: TimeWindow | null
  /** Those who want it bought outside that time. */
  readonly outside: readonly NeedId[]
  readonly themes: readonly string[]
  readonly differs: readonly Difference[]
}

const COMPARED = ['innovationHeight', 'phase', 'firmness', 'wish'] as const
type Compared = (typeof COMPARED)[number]
export type Difference = {
  readonly what: Compared
  readonly values: readonly { readonly value: string; readonly needs: readonly NeedId[] }[]
}
export type { InnovationHeight, NeedPhase }

/** What several needs come to together, and where they are not the same. */
export function sumUp(needs: readonly NeedToSum[]): DemandSum {
  const byOrganisation = new Map(needs.map((one) => [one.organisation, one.inhabitants]))
  const municipalities = [...byOrganisation.values()].filter((count) => count !== null)
  return {
    organisations: byOrganisation.size,
    municipalities: municipalities.length,
    inhabitants: municipalities.reduce((sum, count) => sum + count, 0),
    volumes: volumesOf(needs),
    withoutVolume: needs.filter(({ content }) => !content.volume).map(({ need }) => need),
    ...commonTime(needs),
    themes: themesOfAll(needs),
    differs: COMPARED.flatMap((what) => difference(needs, what)),
  }
}

function volumesOf(needs: readonly NeedToSum[]): DemandSum['volumes'] {
  const told = needs.flatMap(({ content: { volume } }) => volume ?? [])
  return [...Map.groupBy(told, ({ unit }) => unitKey(unit)).values()]
    .map((all) => ({
      unit: all[0]?.unit.trim().toLowerCase().replace(/\s+/g, ' ') ?? '',
      amount: all.reduce((sum, { amount }) => sum + amount, 0),
    }))
    .toSorted((a, b) => b.amount - a.amount || a.unit.localeCompare(b.unit, 'nb'))
}

/**
 * The time that the most of them share. Every such time begins with the first day of one of them, so it is enough to
 * look there; of two that as many share the first is chosen.
 */
function commonTime(needs: readonly NeedToSum[]): Pick<DemandSum, 'window' | 'outside'> {
  const timed = needs.flatMap(({ need, content: { from, until } }) =>
    from && until && from <= until ? [{ need, from, until }] : [],
  )
  const shared = [...new Set(timed.map(({ from }) => from))].toSorted().map((start) => ({
    start,
    within: timed.filter(({ from, until }) => from <= start && start <= until),
  }))
  const best = shared.reduce((most, one) => (one.within.length > most.within.length ? one : most), {
    start: '',
    within: [] as typeof timed,
  })
  const isShared = best.within.length > 1 || timed.length === 1
  const [until = ''] = best.within.map((one) => one.until).toSorted()
  return {
    window: isShared ? { from: best.start, until } : null,
    outside: timed.filter((one) => !isShared || !best.within.includes(one)).map(({ need }) => need),
  }
}

function themesOfAll(needs: readonly NeedToSum[]): readonly string[] {
  const [first, ...others] = needs
  if (!first) return []
  return first.content.themes.filter((theme) => others.every(({ content }) => content.themes.includes(theme)))
}

function difference(needs: readonly NeedToSum[], what: Compared): readonly Difference[] {
  const told = needs.flatMap(({ need, content }) => (content[what] ? [{ need, value: content[what] }] : []))
  const byValue = Map.groupBy(told, ({ value }) => value)
  if (byValue.size < 2) return []
  const values = [...byValue].map(([value, all]) => ({ value, needs: all.map(({ need }) => need) }))
  return [{ what, values }]
}

import type { Lot, NoticeOrganisation, Winner } from '#src/modules/notices/notice.ts'
import { type ExportedNotice, filled, type OcdsReference } from './release.ts'
import { toValue } from './to-lot.ts'

type Fields = Readonly<Record<string, unknown>>
type Reference = (organisation: NoticeOrganisation) => OcdsReference

/** The awards of each lot, one for each tender that won; with the contracts where it is clear to which they belong. */
export function awardsOf(notice: ExportedNotice, lots: readonly Lot[], reference: Reference) {
  const awards: Fields[] = []
  const contracts: Fields[] = []
  const statistics: Fields[] = []
  const contractIds = new Set<string>()
  for (const lot of lots) {
    if (!lot.result) continue
    const { status, decidedOn, concludedOn, tendersReceived } = lot.result
    const date = decidedOn && `${decidedOn}T00:00:00Z`
    const own = byTender(lot.winners).map((winners, at) =>
      toAward(winners, { id: `${lot.id}-${at + 1}`, lot: lot.id, date, reference }),
    )
    const none = filled({
      id: `${lot.id}-0`,
      status: status === 'clos-nw' ? 'unsuccessful' : 'pending',
      date,
      relatedLots: [lot.id],
    })
    awards.push(...(own.length > 0 ? own : [none]))
    const [only, ...others] = own
    for (const id of only && others.length === 0 ? lot.result.contracts : []) {
      const unique = contractIds.has(id) ? `${id} ${lot.id}` : id
      if (contractIds.has(unique)) continue
      contractIds.add(unique)
      contracts.push(
        filled({
          id: unique,
          awardID: only?.id,
          status: 'active',
          dateSigned: concludedOn && `${concludedOn}T00:00:00Z`,
        }),
      )
    }
    if (tendersReceived !== null)
      statistics.push({ id: lot.id, measure: 'bids', value: tendersReceived, relatedLot: lot.id })
  }
  for (const { winners } of notice.resultsWithoutLot)
    for (const group of byTender(winners))
      awards.push(
        toAward(group, { id: `without-lot-${awards.length + 1}`, lot: null, date: null, reference }),
      )
  return { awards, contracts, statistics }
}

function byTender(winners: readonly Winner[]): readonly (readonly Winner[])[] {
  return [...Map.groupBy(winners, (one) => one.tender ?? one).values()]
}

function toAward(
  winners: readonly Winner[],
  { id, lot, date, reference }: { id: string; lot: string | null; date: string | null; reference: Reference },
): Fields {
  const suppliers = new Map(winners.map((winner) => [reference(winner).id, reference(winner)]))
  return filled({
    id,
    status: 'active',
    date,
    value: toValue(winners.find((winner) => winner.value)?.value ?? null),
    suppliers: [...suppliers.values()],
    relatedLots: lot === null ? [] : [lot],
  })
}

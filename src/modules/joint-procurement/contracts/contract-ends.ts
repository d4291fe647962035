import type { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import { mayRead, type Reader } from '#src/modules/joint-procurement/policy.ts'
import { allProcurements } from '#src/modules/joint-procurement/procurements-repository.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { JointContractId } from './contract-forms.ts'
import { boundBy, daysAhead, type EndKind } from './contract-of-joint.ts'
import { contractsEnding } from './contracts-repository.ts'

/** That a contract somebody bought together with others ends, or that an option must be used by a day. */
export type JointContractEnd = {
  readonly procurement: ProcurementId
  readonly title: string
  readonly contract: JointContractId
  readonly organisation: OrganisationId
  readonly supplierName: string
  readonly themes: readonly string[]
  readonly cpv: readonly string[]
  readonly kind: EndKind
  readonly on: Temporal.PlainDate
}

type Asked = {
  /** Whose; all when absent. */
  readonly organisations?: Iterable<OrganisationId>
  readonly from: Temporal.PlainDate
  readonly months: number
}

/** Contract ends and days of options in the months from a day on, of what this reader may know of, in their order. */
export async function jointContractEnds(
  db: Database,
  reader: Reader,
  { organisations, from, months }: Asked,
): Promise<readonly JointContractEnd[]> {
  const to = from.add({ months })
  const contracts = await contractsEnding(db, { from, to })
  if (contracts.length === 0) return []
  const readable = new Map(
    (await allProcurements(db)).filter((one) => mayRead(reader, one)).map((one) => [one.id, one]),
  )
  const whose = organisations ? new Set(organisations) : null
  return contracts
    .flatMap((contract) => {
      const one = readable.get(contract.procurement)
      if (!one) return []
      const bound = boundBy(contract, one).filter((organisation) => whose?.has(organisation) ?? true)
      return daysAhead(contract)
        .filter(({ on }) => isWithin(on, from, to))
        .flatMap(({ kind, on }) =>
          bound.map((organisation) => ({
            procurement: one.id,
            title: one.title,
            contract: contract.id,
            organisation,
            supplierName: contract.supplierName,
            themes: one.facts.themes,
            cpv: one.facts.cpv,
            kind,
            on,
          })),
        )
    })
    .toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))
}

function isWithin(day: Temporal.PlainDate, from: Temporal.PlainDate, to: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0
}

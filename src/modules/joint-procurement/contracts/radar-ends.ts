import { mayRead, takesPart } from '#src/modules/joint-procurement/policy.ts'
import { allProcurements } from '#src/modules/joint-procurement/procurements-repository.ts'
import type { JointEndsSource } from '#src/modules/needs/index.ts'
import { boundBy } from './contract-of-joint.ts'
import { contractsEnding } from './contracts-repository.ts'

/** What the radar sees of joint procurements: contracts that end in the period, or whose options then end. */
export const radarEnds: JointEndsSource = async (db, reader, { from, until }) => {
  const days = { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(until) }
  const contracts = await contractsEnding(db, days)
  if (contracts.length === 0) return []
  const readable = new Map(
    (await allProcurements(db)).filter((one) => mayRead(reader, one)).map((one) => [one.id, one]),
  )
  return contracts.flatMap((contract) => {
    const one = readable.get(contract.procurement)
    const last = contract.latestEndsOn ?? contract.endsOn
    // Until it is signed, with whom it will be is for those who take part.
    if (one && !contract.signedOn && !takesPart(reader, one)) return []
    // One whose option alone must be used in the period does not end in it.
    if (!one || last.toString() < from || contract.endsOn.toString() > until) return []
    return {
      contract: contract.id,
      procurement: one.id,
      title: one.title,
      cpv: one.facts.cpv,
      themes: one.facts.themes,
      organisations: boundBy(contract, one),
      supplier: contract.supplierName,
      endsOn: contract.endsOn.toString(),
      latestEndsOn: contract.latestEndsOn?.toString() ?? null,
      options: contract.terms.options || null,
      changedAt: one.changedAt,
    }
  })
}

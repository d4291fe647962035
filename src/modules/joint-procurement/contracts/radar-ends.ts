import type { JointProcurement } from '#src/modules/joint-procurement/joint-procurement.ts'
import { mayRead, takesPart } from '#src/modules/joint-procurement/policy.ts'
import { allProcurements } from '#src/modules/joint-procurement/procurements-repository.ts'
import type { JointEnd, JointEndsSource } from '#src/modules/needs/index.ts'
import type { NoticeId } from '#src/modules/notices/contract.ts'
import { findNotice, noticesOfProcedure } from '#src/modules/notices/index.ts'
import type { Database } from '#src/platform/database.ts'
import { boundBy, type JointContract } from './contract-of-joint.ts'
import { contractsEnding } from './contracts-repository.ts'

/** What the radar sees of joint procurements: contracts that end in the period, or whose options then end. */
export const radarEnds: JointEndsSource = async (db, reader, { from, until }) => {
  const days = { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(until) }
  const contracts = await contractsEnding(db, days)
  if (contracts.length === 0) return []
  const readable = new Map(
    (await allProcurements(db)).filter((one) => mayRead(reader, one)).map((one) => [one.id, one]),
  )
  const seen = contracts.flatMap((contract) => {
    const one = readable.get(contract.procurement)
    const last = contract.latestEndsOn ?? contract.endsOn
    // Until it is signed, with whom it will be is for those who take part.
    if (one && !contract.signedOn && !takesPart(reader, one)) return []
    // One whose option alone must be used in the period does not end in it.
    if (!one || last.toString() < from || contract.endsOn.toString() > until) return []
    return { contract, one }
  })
  return Promise.all(seen.map((found) => toJointEnd(db, found)))
}

type Seen = { readonly contract: JointContract; readonly one: JointProcurement }

async function toJointEnd(db: Database, { contract, one }: Seen): Promise<JointEnd> {
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
    notices: await noticesOf(db, one.facts.notice),
    changedAt: one.changedAt,
  }
}

/** Everything published of a procurement that one lot was published of; of several it is not known which this is. */
async function noticesOf(db: Database, reference: string): Promise<readonly NoticeId[]> {
  const notice = reference ? await findNotice(db, reference) : null
  if (notice?.lots.length !== 1) return []
  const others = await noticesOfProcedure(db, notice)
  return [notice.currentId, ...others.map(({ id }) => id)]
}

import { messagesIn } from '#src/messages/index.ts'
import type { DemandId } from '#src/modules/needs/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { findDemand, replaceFirstStatement } from './demands-repository.ts'
import { prefillStatement } from './prefill-statement.ts'
import { membersWithNeeds } from './read-demand.ts'

/** For as long as nobody has written on the statement it says what the needs in it say; after that people change it. */
export async function refreshStatement(tx: Database, id: DemandId): Promise<void> {
  const demand = await findDemand(tx, id)
  if (demand?.version !== 1) return
  const members = await membersWithNeeds(tx, demand)
  if (members.length === 0) return
  await replaceFirstStatement(tx, id, prefillStatement(members, messagesIn(demand.statement.language)))
}

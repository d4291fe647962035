import type { CaseId } from '#src/modules/catalogue/contract.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Adoption } from './adoption.ts'
import { adoptionsOfCases } from './adoptions-repository.ts'
import { maySeeAdoption } from './policy.ts'
import { type SpreadNode, spreadFrom, type Taken } from './spread.ts'

/** No way is longer than this; it is there so that a mistake in the data cannot go on for ever. */
const LONGEST = 20

/** How cases have spread, each from where it began, of what the reader may see. */
export async function readSpread(
  db: Database,
  origins: readonly CaseId[],
  reader: Actor | null,
): Promise<readonly SpreadNode[]> {
  const all: Taken[] = []
  const asked = new Set<CaseId>()
  let next = origins
  for (let step = 0; step < LONGEST && next.length > 0; step += 1) {
    for (const id of next) asked.add(id)
    const seen = (await adoptionsOfCases(db, next)).filter((one) => maySeeAdoption(reader, one))
    all.push(...seen.map(toTaken))
    next = [...new Set(seen.flatMap(({ ownCase }) => ownCase ?? []))].filter((id) => !asked.has(id))
  }
  return spreadFrom(origins, all)
}

/** When it came into use; until then when it began. */
function toTaken({ id, caseId, organisation, status, steps, ownCase }: Adoption): Taken {
  const used = steps.find((step) => step.status === 'in-use') ?? steps[0]
  return { id, from: caseId, by: organisation, status, since: used?.on.toString() ?? null, ownCase }
}

import type { Actor } from '#src/modules/identity/index.ts'
import { DemandId, type NeedId } from '#src/modules/needs/contract.ts'
import type { Need } from '#src/modules/needs/need.ts'
import { needsByIds } from '#src/modules/needs/needs-repository.ts'
import {
  municipality,
  organisationsByIds,
  population,
  readRegister,
} from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { demandsOfNeed, findDemand, openDemands } from './demands-repository.ts'
import { type JointDemand, membersOf } from './joint-demand.ts'
import { isConcerned, mayReadDemand } from './policy.ts'
import type { NamedNeed } from './prefill-statement.ts'

type Reader = Actor | null

/** One that this reader may know of; null for every other, whether it exists or not. */
export async function readDemand(db: Database, reader: Reader, id: string): Promise<JointDemand | null> {
  const known = DemandId.safeParse(id)
  const found = known.success ? await findDemand(db, known.data) : null
  return found && mayReadDemand(reader, found) ? found : null
}

/** Those that are not over and that this reader may know of, the one that was changed last first. */
export async function readDemands(db: Database, reader: Reader): Promise<readonly JointDemand[]> {
  return (await openDemands(db)).filter((demand) => mayReadDemand(reader, demand))
}

/** Where a need stands among demands that this reader may know of: the one it is in, and those it is asked into. */
export async function demandsAround(
  db: Database,
  reader: Reader,
  need: NeedId,
): Promise<{ readonly joined: JointDemand | null; readonly asked: readonly JointDemand[] }> {
  const all = (await demandsOfNeed(db, need)).filter((demand) => demand.status !== 'dissolved')
  const seen = all.filter((demand) => mayReadDemand(reader, demand))
  const stands = (demand: JointDemand, status: 'joined' | 'asked') =>
    demand.needs.some((one) => one.need === need && one.status === status)
  return {
    joined: seen.find((demand) => stands(demand, 'joined')) ?? null,
    asked: seen.filter((demand) => stands(demand, 'asked') && isConcerned(reader, demand)),
  }
}

/** The needs that are in a demand now, whole, with the name and the inhabitants of each; in the order they joined. */
export async function membersWithNeeds(
  db: Database,
  demand: Pick<JointDemand, 'needs'>,
): Promise<readonly NamedNeed[]> {
  const ids = membersOf(demand).map(({ need }) => need)
  const needs = await needsByIds(db, ids)
  const named = await nameNeeds(db, needs)
  return ids.flatMap((id) => named.find(({ need }) => need === id) ?? [])
}

/** Needs with who has them and how many live there. */
export async function nameNeeds(db: Database, needs: readonly Need[]): Promise<readonly NamedNeed[]> {
  const organisations = await organisationsByIds(
    db,
    needs.map(({ organisation }) => organisation),
  )
  const register = await readRegister(db)
  return needs.map(({ id, organisation, content }) => {
    const body = organisations.get(organisation)
    const place =
      body?.kind === 'municipality' && body.kommunenummer ? municipality(register, body.kommunenummer) : null
    return {
      need: id,
      organisation,
      name: body?.name ?? '–',
      inhabitants: place ? population(place) : null,
      content,
    }
  })
}

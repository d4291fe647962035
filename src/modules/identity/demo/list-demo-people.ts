import type { Role } from '#src/modules/identity/contract.ts'
import { municipality, organisation, type Register, readRegister } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { DEMO_PEOPLE, type DemoPlace } from './demo-people.ts'

export type DemoPersonView = {
  readonly key: string
  readonly name: string
  readonly role: Role
  readonly title: string
  /** None for those who act for the platform. */
  readonly places: readonly string[]
}

/** Whom one can be in a demonstration. */
export async function listDemoPeople(db: Database): Promise<readonly DemoPersonView[]> {
  const register = await readRegister(db)
  return DEMO_PEOPLE.filter((person) => !person.isUnlisted).map(
    ({ key, name, role, title, place, alsoAt }) => ({
      key,
      name,
      role,
      title,
      places: [place, alsoAt].flatMap((one) => (one ? [placeName(register, one)] : [])),
    }),
  )
}

function placeName(register: Register, place: DemoPlace): string {
  if ('name' in place) return place.name
  const found = municipality(register, place.kommunenummer)
  return (found && organisation(register, found.organisation)?.name) ?? place.kommunenummer
}

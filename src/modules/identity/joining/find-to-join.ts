import { sql } from 'kysely'
import { holdsOn } from '#src/modules/identity/memberships-repository.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { nameKey, type Organisation, type Register } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { workDomain } from './mail-domain.ts'

/** The public bodies that somebody may mean, by name, by a name they also have, or by number; the likeliest first. */
export function findToJoin(register: Register, words: string, limit: number): readonly Organisation[] {
  const digits = words.replace(/\s/g, '')
  if (/^\d{9}$/.test(digits)) {
    const known = register.byNumber.get(digits)
    const found = known && register.organisations.get(known)
    return found ? [found] : []
  }
  const key = nameKey(words)
  if (key === '') return []
  const { current, former } = namesOf(register, key)
  const found = [...register.organisations.values()].filter(
    (one) => current.has(one.id) || former.has(one.id) || nameKey(one.name).includes(key),
  )
  return found.toSorted((one, other) => rank(one) - rank(other) || compareNames(one, other)).slice(0, limit)

  /** Named so; begins so, municipalities and counties before what they own; contains it; was once named so. */
  function rank({ id, name, kind }: Organisation): number {
    if (current.has(id)) return 0
    const own = nameKey(name)
    if (own.startsWith(key)) return kind === 'municipality' || kind === 'county' ? 1 : 2
    return own.includes(key) ? 3 : 4
  }
}

type Named = { readonly current: ReadonlySet<OrganisationId>; readonly former: ReadonlySet<OrganisationId> }

/** Those that have exactly this name, in whichever language, and those that had it. */
function namesOf(register: Register, key: string): Named {
  const municipalities = (register.municipalityNames.get(key) ?? []).flatMap(({ today, lastYear }) => {
    const found = today === null ? undefined : register.municipalities.get(today)
    return found ? [{ id: found.organisation, isFormer: lastYear !== null }] : []
  })
  const county = register.countyNames.get(key)?.organisation
  const others = register.otherNames.get(key) ?? []
  return {
    current: new Set([
      ...municipalities.filter(({ isFormer }) => !isFormer).map(({ id }) => id),
      ...(county ? [county] : []),
      ...others,
    ]),
    former: new Set(municipalities.filter(({ isFormer }) => isFormer).map(({ id }) => id)),
  }
}

function compareNames(one: Organisation, other: Organisation): number {
  return one.name < other.name ? -1 : one.name > other.name ? 1 : 0
}

/** Where somebody with an address of the same domain coordinates, which is where the person most likely works. */
export async function suggestByMail(
  db: Database,
  { email, on }: { email: string | null; on: string },
): Promise<readonly OrganisationId[]> {
  const domain = workDomain(email)
  if (domain === null) return []
  const { rows } = await sql<{ organisation_id: string }>`
    select organisation_id, min(membership.asked_at) as since
    from membership join person on person.id = membership.person_id
    where role = 'coordinator' and ${holdsOn(on)} and split_part(person.email, '@', 2) = ${domain}
    group by organisation_id
    order by since
    limit 5
  `.execute(db)
  return rows.map(({ organisation_id }) => OrganisationId.parse(organisation_id))
}

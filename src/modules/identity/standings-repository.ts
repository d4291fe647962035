import { sql } from 'kysely'
import { OrganisationId, type OrganisationKind } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { PersonId, Role } from './contract.ts'
import { holdsOn } from './memberships-repository.ts'
import type { Standing } from './standing.ts'
import './tables.ts'

type Row = {
  role: Role
  organisation_id: string | null
  name: string | null
  kind: OrganisationKind | null
  principals: string[]
}

/** The roles that hold on that day, the oldest first. One query, since every request of one who is signed in asks it. */
export async function standingsOf(
  db: Database,
  { person, on }: { person: PersonId; on: string },
): Promise<readonly Standing[]> {
  const { rows } = await sql<Row>`
    select membership.role, membership.organisation_id, organisation.name, organisation.kind,
      array(
        select distinct principal_id from mandate
        where body_id = membership.organisation_id and withdrawn_at is null
          and starts_on <= ${on}::date and (ends_on is null or ends_on >= ${on}::date)
        order by principal_id
      ) as principals
    from membership
    left join organisation on organisation.id = membership.organisation_id
    where membership.person_id = ${person} and ${holdsOn(on)}
    order by membership.asked_at, membership.id
  `.execute(db)
  return rows.map(toStanding)
}

function toStanding({ role, organisation_id, name, kind, principals }: Row): Standing {
  if (organisation_id === null || name === null || kind === null) return { role, body: null }
  return {
    role,
    body: {
      id: OrganisationId.parse(organisation_id),
      name,
      kind,
      principals: principals.map((id) => OrganisationId.parse(id)),
    },
  }
}

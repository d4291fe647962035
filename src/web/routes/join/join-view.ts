import type { Role } from '#src/modules/identity/contract.ts'
import {
  type Actor,
  dayOf,
  findPerson,
  findToJoin,
  type JoinableRole,
  membersOf,
  rolesIn,
  suggestByMail,
} from '#src/modules/identity/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import {
  findOrganisationById,
  type Organisation,
  organisationsByIds,
  readRegister,
} from '#src/modules/organisations/index.ts'
import type { WebProgram } from '#src/web/context.ts'

const MOST_FOUND = 12
const LONGEST_QUESTION = 100

export type FoundView = Pick<Organisation, 'id' | 'name' | 'kind'>

/** The first step: which organisation; the second: which role; the third: what has to be said of it. */
export type JoinView =
  | {
      readonly step: 'organisation'
      readonly q: string
      readonly found: readonly FoundView[]
      readonly suggested: readonly FoundView[]
    }
  | { readonly step: 'supplier' }
  | {
      readonly step: 'role'
      readonly organisation: FoundView
      readonly roles: readonly JoinableRole[]
      readonly leaders: readonly string[]
    }
  | {
      readonly step: 'details'
      readonly organisation: FoundView
      readonly role: JoinableRole
      readonly leaders: readonly string[]
    }

type Deps = Pick<WebProgram, 'db' | 'now'>

/** What to ask next, from what the address says has been answered; an answer that cannot be used is asked again. */
export async function joinView({ db, now }: Deps, actor: Actor, asked: URLSearchParams): Promise<JoinView> {
  if (asked.has('leverandor')) return { step: 'supplier' }
  const id = OrganisationId.safeParse(asked.get('virksomhet'))
  const organisation = id.success ? await findOrganisationById(db, id.data) : null
  if (!organisation)
    return whichOrganisation({ db, now }, actor, (asked.get('q') ?? '').slice(0, LONGEST_QUESTION))
  const roles = rolesIn(organisation.kind)
  const members = await membersOf(db, { organisation: organisation.id, on: dayOf(now()) })
  const leaders = members.filter(({ role }) => role === 'coordinator').map(({ name }) => name)
  const role = roles.find((one) => one === asked.get('rolle'))
  const shown = toView(organisation)
  return role
    ? { step: 'details', organisation: shown, role, leaders }
    : { step: 'role', organisation: shown, roles, leaders }
}

async function whichOrganisation({ db, now }: Deps, actor: Actor, q: string): Promise<JoinView> {
  const found = q === '' ? [] : findToJoin(await readRegister(db), q, MOST_FOUND)
  const email = (await findPerson(db, actor.personId))?.email ?? null
  const suggested = q === '' ? await suggestByMail(db, { email, on: dayOf(now()) }) : []
  const known = await organisationsByIds(db, suggested)
  return {
    step: 'organisation',
    q,
    found: found.map(toView),
    suggested: suggested.flatMap((id) => known.get(id) ?? []).map(toView),
  }
}

function toView({ id, name, kind }: Organisation): FoundView {
  return { id, name, kind }
}

/** Who is asked when somebody wants this role there. */
export function whoDecides(role: Role, leaders: readonly string[]): 'leaders' | 'administrator' | 'nobody' {
  if (role === 'supplier') return 'administrator'
  if (leaders.length > 0) return 'leaders'
  return role === 'coordinator' || role === 'adviser' ? 'administrator' : 'nobody'
}

import type { OrganisationId, OrganisationKind } from '#src/modules/organisations/contract.ts'
import { type Actor, mintActor } from './actor.ts'
import type { Role } from './contract.ts'
import type { Person } from './person.ts'

/** A role that somebody has on a day, with what it takes to act by it. */
export type Standing = {
  readonly role: Role
  /** Null for the roles held for the platform. */
  readonly body: Body | null
}

export type Body = {
  readonly id: OrganisationId
  readonly name: string
  readonly kind: OrganisationKind
  /** Whom it has a mandate from that day. */
  readonly principals: readonly OrganisationId[]
}

/** An organisation a person can act for, with the roles held there. */
export type Choice = Body & { readonly roles: readonly Role[] }

/** The organisations a person can act for, each once, in the order the roles came. */
export function choicesOf(standings: readonly Standing[]): readonly Choice[] {
  const choices = new Map<OrganisationId, Choice>()
  for (const { role, body } of standings) {
    if (body) choices.set(body.id, { ...body, roles: [...(choices.get(body.id)?.roles ?? []), role] })
  }
  return [...choices.values()]
}

/** Whether the person must say for whom before anything can be done: there are several, or nothing to act by at all. */
export function mustChoose(standings: readonly Standing[]): boolean {
  return standings.length === 0 || choicesOf(standings).length > 1
}

/** Who acts, when the person acts for `organisation`; one that no role bears out counts as none. */
export function toActor(
  person: Person & { readonly name: string },
  standings: readonly Standing[],
  organisation: OrganisationId | null,
): Actor {
  const body = choicesOf(standings).find(({ id }) => id === organisation) ?? null
  const held = standings.filter((one) => one.body === null || one.body.id === body?.id)
  return mintActor({
    personId: person.id,
    name: person.name,
    organisation: body?.id ?? null,
    organisationName: body?.name ?? null,
    isPublicBody: body !== null && isPublic(body.kind),
    roles: new Set(held.map(({ role }) => role)),
    actsFor: new Set(body ? [body.id, ...body.principals] : []),
    language: person.language,
  })
}

export function isPublic(kind: OrganisationKind): boolean {
  return kind !== 'supplier' && kind !== 'other' && kind !== 'network'
}

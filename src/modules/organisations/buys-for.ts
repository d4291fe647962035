import { createHash } from 'node:crypto'
import type { OrganisationId } from './contract.ts'
import type { JointBody, JointBodyMember } from './joint-body.ts'
import { nameKey } from './organisation-name.ts'
import type { Register } from './register.ts'

/**
 * The members a body bought for on a day (`2026-11-21`), as far as the register knows.
 *
 * Only those it is said to buy for: a regional council or a waste company cooperates with its members and buys for
 * itself. A membership without dates is taken to hold for as long as the body existed, and whoever shows it tells
 * which year the source speaks of. A host that no source names as a member is left out.
 */
export function buysFor(body: JointBody, day: string): readonly JointBodyMember[] {
  if (body.endedYear !== null && Number(day.slice(0, 4)) > body.endedYear) return []
  return body.members.filter(
    ({ scope, isMember, validFrom, validTo }) =>
      scope === 'purchasing' &&
      isMember &&
      (validFrom === null || validFrom <= day) &&
      (validTo === null || day <= validTo),
  )
}

/** The bodies an organisation is the host of, whose purchases are then made in its name. */
export function hostedBy(register: Register, organisation: OrganisationId): readonly JointBody[] {
  return register.jointBodies.filter(({ members }) =>
    members.some((member) => member.isHost && member.organisation === organisation),
  )
}

const CAPITALS = /^[\p{Lu}\p{N}&]{3,}$/u

/** Whether a text names the body: by its name, or by the capitals it is known by. */
export function namesBody(text: string, body: JointBody): boolean {
  const names = [body.name.replace(/\s*\([^)]*\)/g, ''), ...body.otherNames.map(({ name }) => name)]
  const key = ` ${nameKey(text)} `
  return names.some((name) =>
    CAPITALS.test(name)
      ? new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, 'u').test(text)
      : key.includes(` ${nameKey(name)} `),
  )
}

/** What tells one state of all memberships from another: who buys for whom, from when to when, and in whose name. */
export function membershipsDigest(register: Register): string {
  const bodies = register.jointBodies.map(({ id, name, otherNames, endedYear, members }) =>
    JSON.stringify([
      id,
      name,
      otherNames.map((other) => other.name).sort(),
      endedYear,
      members.map((member) => JSON.stringify(member)).sort(),
    ]),
  )
  return createHash('sha256').update(bodies.sort().join('\n')).digest('hex')
}

import { z } from 'zod'
import { PersonId } from '#src/modules/identity/contract.ts'
import { insertMembership } from '#src/modules/identity/memberships-repository.ts'
import { findPersonByEmail, insertPerson } from '#src/modules/identity/people-repository.ts'
import { recordAudit } from '#src/modules/identity/record-audit.ts'
import { Name } from '#src/modules/identity/sign-in/welcome-newcomer.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { lockAdministrators, openMembershipsOf } from './members-repository.ts'

export type MakeAdministrator = {
  readonly email: string
  /** For somebody who has not been here; known by the address when signing in with one that is verified. */
  readonly name: string | null
}

export type MakeAdministratorFailure =
  | { readonly kind: 'emailNotValid' }
  | { readonly kind: 'nameMissing' }
  | { readonly kind: 'alreadyHas' }

/** Sets up who runs the platform, for those who run the machine: the first administrator has nobody to be given it by. */
export function makeAdministrator(
  { db, now }: { readonly db: Database; readonly now: Clock },
  { email, name }: MakeAdministrator,
): Promise<Result<PersonId, MakeAdministratorFailure>> {
  return inTransaction(db, async (tx) => {
    const address = z.email().safeParse(email.trim().toLowerCase())
    if (!address.success) return fail({ kind: 'emailNotValid' })
    await lockAdministrators(tx)
    const at = now()
    const person = await findOrExpect(tx, { email: address.data, name, at })
    if (!person) return fail({ kind: 'nameMissing' })
    const open = await openMembershipsOf(tx, { person, organisation: null })
    if (open.some(({ role, status }) => role === 'administrator' && status === 'active'))
      return fail({ kind: 'alreadyHas' })
    await insertMembership(tx, { ...ROLE, id: newId(), person, askedAt: at, decidedAt: at })
    const details = { role: 'administrator' }
    await recordAudit(tx, null, { action: 'membership.given', subject: person, details, at })
    return ok(person)
  })
}

async function findOrExpect(
  tx: Database,
  { email, name, at }: MakeAdministrator & { readonly at: Date },
): Promise<PersonId | null> {
  const known = await findPersonByEmail(tx, email)
  if (known) return known.id
  const read = Name.safeParse(name ?? '')
  if (!read.success) return null
  const id = PersonId.parse(newId())
  await insertPerson(tx, { id, name: read.data, email, language: 'nb', createdAt: at })
  return id
}

const ROLE = {
  organisation: null,
  role: 'administrator',
  status: 'active',
  message: null,
  title: null,
  delegation: null,
  independenceOn: null,
  startsOn: null,
  endsOn: null,
  decidedBy: null,
  endedAt: null,
  endReason: null,
} as const

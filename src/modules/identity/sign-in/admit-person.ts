import { PersonId } from '#src/modules/identity/contract.ts'
import { dayOf } from '#src/modules/identity/day.ts'
import { insertMembership } from '#src/modules/identity/memberships-repository.ts'
import { recordAudit } from '#src/modules/identity/record-audit.ts'
import { isPublic, mustChoose } from '#src/modules/identity/standing.ts'
import { standingsOf } from '#src/modules/identity/standings-repository.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { organisation, readRegister } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import type { Language } from '#src/platform/language.ts'
import type { ProvenIdentity } from './identity-provider.ts'
import { findLogin, findUnclaimed, hasHadRole, insertLogin, insertOrFindPerson } from './logins-repository.ts'

/** What is needed to know somebody again. */
export type Proof = Pick<ProvenIdentity, 'issuer' | 'subject' | 'email' | 'organisasjonsnumre'>

/** Who has come here before, or has been set up in advance under an address that the provider has verified. */
export async function knownPerson(tx: Database, proof: Proof): Promise<PersonId | null> {
  const known = await findLogin(tx, proof)
  if (known) return known
  const expected = proof.email && (await findUnclaimed(tx, proof.email))
  if (!expected) return null
  await insertLogin(tx, { ...proof, person: expected })
  return findLogin(tx, proof)
}

type Newcomer = { readonly name: string; readonly language: Language; readonly at: Date }

/** Somebody who has not been here before. Two browsers at once make one person. */
export async function newPerson(tx: Database, proof: Proof, newcomer: Newcomer): Promise<PersonId> {
  const id = PersonId.parse(newId())
  return insertOrFindPerson(tx, { id, ...proof, ...newcomer })
}

type Arrival = { readonly organisasjonsnumre: readonly string[]; readonly at: Date }

/** What the person can act by from now on, with what the provider has shown added. */
export async function standingOnArrival(
  tx: Database,
  person: PersonId,
  arrival: Arrival,
): Promise<{ readonly mustChoose: boolean }> {
  await readerOfProven(tx, person, arrival)
  return { mustChoose: mustChoose(await standingsOf(tx, { person, on: dayOf(arrival.at) })) }
}

/**
 * Whoever has shown the provider that they may represent a public body reads as one who works there, without anybody
 * here having to say so. To write takes the approval of a coordinator; and somebody whose role there has ended, or was
 * refused, does not get it back by signing in.
 */
async function readerOfProven(
  tx: Database,
  person: PersonId,
  { organisasjonsnumre, at }: Arrival,
): Promise<void> {
  if (organisasjonsnumre.length === 0) return
  const register = await readRegister(tx)
  for (const number of organisasjonsnumre) {
    const id = register.byNumber.get(number)
    const body = id && organisation(register, id)
    if (!body || !isPublic(body.kind) || (await hasHadRole(tx, person, body.id))) continue
    await insertMembership(tx, {
      id: newId(),
      person,
      organisation: OrganisationId.parse(body.id),
      role: 'reader',
      status: 'active',
      ...NOTHING_SAID,
      askedAt: at,
      decidedAt: at,
    })
    await recordAudit(
      tx,
      { personId: person, organisation: body.id },
      {
        action: 'membership.proven',
        subject: person,
        details: { role: 'reader' },
        at,
      },
    )
  }
}

const NOTHING_SAID = {
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

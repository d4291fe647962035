import { type PersonId, SessionId } from '#src/modules/identity/contract.ts'
import { digestOf, newSecret } from '#src/modules/identity/secret.ts'
import { newId } from '#src/platform/ids.ts'
import type { SessionDeps } from './find-session.ts'
import type { ProviderSession } from './session.ts'
import { insertSession } from './sessions-repository.ts'

type Beginning = ProviderSession & { readonly person: PersonId; readonly device: string }

/** A new session with a token of its own, which is told once and stored as a digest only. */
export async function beginSession(
  { db, now, limits }: SessionDeps,
  { person, device, idTokenKey, providerSession }: Beginning,
): Promise<string> {
  const token = newSecret()
  const beganAt = now()
  await insertSession(db, {
    tokenHash: digestOf(token),
    id: SessionId.parse(newId()),
    person,
    organisation: null,
    idTokenKey,
    providerSession,
    device,
    beganAt,
    endsAt: new Date(beganAt.getTime() + limits.longestMs),
  })
  return token
}

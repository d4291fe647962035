import { z } from 'zod'
import { digestOf } from '#src/modules/identity/secret.ts'
import { beginSession } from '#src/modules/identity/sessions/begin-session.ts'
import type { SessionDeps } from '#src/modules/identity/sessions/find-session.ts'
import { inTransaction } from '#src/platform/database.ts'
import type { Language } from '#src/platform/language.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { knownPerson, newPerson, standingOnArrival } from './admit-person.ts'
import { isExpected, takeNewcomer } from './newcomers-repository.ts'

/** As long as it takes to read what the name is used for. */
export const NEWCOMER_MS = 30 * 60 * 1000

export const NEWCOMER_SECONDS = NEWCOMER_MS / 1000

export const LONGEST_NAME = 120
/** First name and family name: what colleagues and other municipalities know one by. */
export const Name = z
  .string()
  .transform((name) => name.replace(/\s+/g, ' ').trim())
  .pipe(
    z
      .string()
      .min(2)
      .max(LONGEST_NAME)
      .regex(/\p{L}/u)
      .regex(/^[^\p{Cc}<>@]*$/u),
  )

export type Welcome = { readonly name: string; readonly language: Language; readonly device: string }
export type Welcomed = { readonly token: string; readonly returnTo: string; readonly mustChoose: boolean }
export type WelcomeFailure = { readonly kind: 'nameMissing' | 'unknownSignIn' }

export function isAwaited({ db, now }: SessionDeps, token: string): Promise<boolean> {
  return isExpected(db, digestOf(token), since(now()))
}

/** The newcomer has said what to be called, and is signed in. */
export async function welcomeNewcomer(
  deps: SessionDeps,
  token: string,
  { name, language, device }: Welcome,
): Promise<Result<Welcomed, WelcomeFailure>> {
  const read = Name.safeParse(name)
  if (!read.success) return fail({ kind: 'nameMissing' })
  return inTransaction(deps.db, async (tx) => {
    const at = deps.now()
    const newcomer = await takeNewcomer(tx, digestOf(token), since(at))
    if (!newcomer) return fail({ kind: 'unknownSignIn' })
    const known = await knownPerson(tx, newcomer)
    const person = known ?? (await newPerson(tx, newcomer, { name: read.data, language, at }))
    const { idTokenKey, providerSession, returnTo, organisasjonsnumre } = newcomer
    const { mustChoose } = await standingOnArrival(tx, person, { organisasjonsnumre, at })
    const session = await beginSession({ ...deps, db: tx }, { person, device, idTokenKey, providerSession })
    return ok({ token: session, returnTo, mustChoose })
  })
}

function since(at: Date): Date {
  return new Date(at.getTime() - NEWCOMER_MS)
}

import type { Language } from '#src/platform/language.ts'
import type { PersonId } from './contract.ts'

export type Person = {
  readonly id: PersonId
  /** Null for one who has left. */
  readonly name: string | null
  /** Null when the provider of sign-in told none, and for one who has left. */
  readonly email: string | null
  readonly language: Language
  readonly leftAt: Date | null
}

/** Whether the person has not left. */
export function isHere(person: Person): person is Person & { readonly name: string } {
  return person.name !== null
}

import type { Messages } from '#src/messages/index.ts'
import type { AskToJoinFailure } from '#src/modules/identity/index.ts'
import { roleErrors } from '#src/web/present/role-errors.ts'
import type { FieldErrors } from '#src/web/ui/fields.tsx'
import type { Incomplete } from './read-ask.ts'

type Wrong = AskToJoinFailure | { readonly kind: 'incomplete'; readonly errors: readonly Incomplete[] }

const FIELD_OF_LACK: Readonly<Record<Incomplete, string>> = {
  numberMissing: 'organisasjonsnummer',
  nameMissing: 'name',
  endNotADay: 'endsOn',
  organisationMissing: 'innhold',
}

/** What is wrong, at the field where it can be put right. */
export function joinErrors(wrong: Wrong, { t }: Messages): FieldErrors {
  switch (wrong.kind) {
    case 'incomplete':
      return Object.fromEntries(
        wrong.errors.map((error) => [FIELD_OF_LACK[error], t(`people.join.error.${error}`)]),
      )
    case 'roleProblems':
      return roleErrors(wrong.problems, { t })
    case 'numberNotValid':
      return { organisasjonsnummer: t('people.join.error.numberNotValid') }
    case 'organisationNotFound':
      return { innhold: t('people.join.error.organisationMissing') }
    case 'alreadyAsked':
    case 'alreadyHas':
      return { innhold: t(`people.join.error.${wrong.kind}`) }
  }
}

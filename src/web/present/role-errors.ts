import type { Messages } from '#src/messages/index.ts'
import { LONGEST_CONSULTANCY_YEARS, type RoleProblem } from '#src/modules/identity/index.ts'
import type { FieldErrors } from '#src/web/ui/fields.tsx'

const FIELD_OF_PROBLEM: Readonly<Record<RoleProblem, string>> = {
  roleNotPossible: 'role',
  titleMissing: 'title',
  independenceMissing: 'independent',
  endMissing: 'endsOn',
  endPassed: 'endsOn',
  endTooFar: 'endsOn',
}

/** What keeps somebody from having a role, at the fields where it can be put right. */
export function roleErrors(problems: readonly RoleProblem[], { t }: Pick<Messages, 't'>): FieldErrors {
  return Object.fromEntries(
    problems.map((problem) => [
      FIELD_OF_PROBLEM[problem],
      t(`people.role.error.${problem}`, { years: LONGEST_CONSULTANCY_YEARS }),
    ]),
  )
}

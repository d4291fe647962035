import type { Messages } from '#src/messages/index.ts'
import { PersonId } from '#src/modules/identity/contract.ts'
import {
  LONGEST_ACCESS_YEARS,
  type OpenToAdviser,
  type OpenToAdviserFailure,
} from '#src/modules/identity/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { readDay, textIn } from '#src/web/read-form.ts'
import type { FieldErrors } from '#src/web/ui/fields.tsx'

type Incomplete = {
  readonly kind: 'incomplete'
  readonly missing: readonly ('adviser' | 'scope' | 'endsOn')[]
}

/** What is to be opened, as it was typed, or what of it is missing. */
export function readOpening(form: FormData): Result<OpenToAdviser, Incomplete> {
  const adviser = PersonId.safeParse(textIn(form, 'adviser'))
  const chosen = textIn(form, 'scope', 80)
  const scope = chosen === 'one' ? textIn(form, 'one', 80) : chosen
  const endsOn = readDay(textIn(form, 'endsOn'))
  const missing: Incomplete['missing'][number][] = []
  if (!adviser.success) missing.push('adviser')
  if (scope === '') missing.push('scope')
  if (!endsOn) missing.push('endsOn')
  if (!adviser.success || !endsOn || missing.length > 0) return fail({ kind: 'incomplete', missing })
  return ok({ adviser: adviser.data, scope, purpose: textIn(form, 'purpose', 300), endsOn })
}

type Wrong = Incomplete | Exclude<OpenToAdviserFailure, { kind: 'notCoordinator' }>

/** What is wrong, at the field where it can be put right. */
export function openingErrors(wrong: Wrong, { t }: Messages): FieldErrors {
  switch (wrong.kind) {
    case 'incomplete':
      return Object.fromEntries(wrong.missing.map((field) => [field, t(`people.advisers.error.${field}`)]))
    case 'adviserNotFound':
      return { adviser: t('people.advisers.error.adviserNotFound') }
    case 'scopeUnknown':
      return { one: t('people.advisers.error.scopeUnknown') }
    case 'purposeMissing':
      return { purpose: t('people.advisers.error.purposeMissing') }
    case 'endPassed':
    case 'endTooFar':
      return { endsOn: t(`people.advisers.error.${wrong.kind}`, { years: LONGEST_ACCESS_YEARS }) }
  }
}

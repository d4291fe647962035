import type { Messages } from '#src/messages/index.ts'
import type { GiveMandate, GiveMandateFailure } from '#src/modules/identity/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { readDay, textIn } from '#src/web/read-form.ts'
import type { FieldErrors } from '#src/web/ui/fields.tsx'

type Incomplete = {
  readonly kind: 'incomplete'
  readonly missing: readonly ('body' | 'startsOn' | 'endsOn')[]
}

/** The terms as they were typed, or what of them cannot be read. */
export function readMandate(form: FormData): Result<GiveMandate, Incomplete> {
  const body = OrganisationId.safeParse(textIn(form, 'body'))
  const startsOn = readDay(textIn(form, 'startsOn'))
  const end = textIn(form, 'endsOn')
  const endsOn = readDay(end)
  const missing: Incomplete['missing'][number][] = []
  if (!body.success) missing.push('body')
  if (!startsOn) missing.push('startsOn')
  if (end !== '' && !endsOn) missing.push('endsOn')
  if (!body.success || !startsOn || missing.length > 0) return fail({ kind: 'incomplete', missing })
  return ok({ body: body.data, startsOn, endsOn, decision: textIn(form, 'decision', 300) })
}

type Wrong = Incomplete | Exclude<GiveMandateFailure, { kind: 'notCoordinator' }>

/** What is wrong, at the field where it can be put right. */
export function mandateErrors(wrong: Wrong, { t, date }: Messages): FieldErrors {
  switch (wrong.kind) {
    case 'incomplete':
      return Object.fromEntries(wrong.missing.map((field) => [field, t(`people.mandates.error.${field}`)]))
    case 'bodyNotFound':
    case 'bodyNotPublic':
    case 'oneself':
      return { body: t(`people.mandates.error.${wrong.kind}`) }
    case 'decisionMissing':
      return { decision: t('people.mandates.error.decisionMissing') }
    case 'endsBeforeStart':
    case 'endPassed':
      return { endsOn: t(`people.mandates.error.${wrong.kind}`) }
    case 'overlaps': {
      const { startsOn, endsOn } = wrong
      const from = date(startsOn)
      return {
        startsOn: endsOn
          ? t('people.mandates.error.overlaps', { from, to: date(endsOn) })
          : t('people.mandates.error.overlapsOpen', { from }),
      }
    }
  }
}

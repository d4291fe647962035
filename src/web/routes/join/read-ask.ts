import { Role } from '#src/modules/identity/contract.ts'
import type { AskToJoin } from '#src/modules/identity/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { readDay, textIn, textOrNull } from '#src/web/read-form.ts'

export type Incomplete = 'numberMissing' | 'nameMissing' | 'endNotADay' | 'organisationMissing'

/** What the form asks for, or what it lacks. Whether it can be is for the command to say. */
export function readAsk(form: FormData): {
  readonly ask: AskToJoin | null
  readonly errors: readonly Incomplete[]
} {
  const errors: Incomplete[] = []
  const organisation = readOrganisation(form, errors)
  const role = Role.safeParse(textIn(form, 'role'))
  const end = textIn(form, 'endsOn')
  const endsOn = readDay(end)
  if (end !== '' && !endsOn) errors.push('endNotADay')
  if (!organisation || !role.success || errors.length > 0) return { ask: null, errors }
  const ask: AskToJoin = {
    organisation,
    role: role.data,
    message: textOrNull(form, 'message', 1000),
    title: textOrNull(form, 'title', 120),
    delegation: textOrNull(form, 'delegation', 200),
    independent: textIn(form, 'independent') === 'ja',
    endsOn,
  }
  return { ask, errors }
}

function readOrganisation(form: FormData, errors: Incomplete[]): AskToJoin['organisation'] | null {
  if (!form.has('organisasjonsnummer')) {
    const id = OrganisationId.safeParse(textIn(form, 'organisation'))
    if (!id.success) errors.push('organisationMissing')
    return id.success ? id.data : null
  }
  const [organisasjonsnummer, name] = [textIn(form, 'organisasjonsnummer'), textIn(form, 'name', 200)]
  if (organisasjonsnummer === '') errors.push('numberMissing')
  if (name === '') errors.push('nameMissing')
  return { organisasjonsnummer, name }
}

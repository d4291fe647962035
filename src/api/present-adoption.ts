import type { z } from 'zod'
import type { Adoption, TakeIntoUseFailure, TakeStepFailure } from '#src/modules/adoptions/index.ts'
import { type Organisation, organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Addresses } from './addresses.ts'
import type { AdoptionAnswer } from './adoption-answer.ts'
import type { ApiProgram } from './endpoint.ts'
import { toReference } from './organisations.ts'
import type { ProblemFacts } from './problem.ts'
import { invalid } from './read-body.ts'

export const NO_CASE: ProblemFacts = {
  kind: 'not-found',
  detail: 'There is no published case with this id.',
}

export function beginProblem(failure: TakeIntoUseFailure): ProblemFacts {
  switch (failure.kind) {
    case 'caseNotFound':
      return NO_CASE
    case 'notAllowed':
      return { kind: 'not-allowed', detail: 'The one who made the key may not do this for the organisation.' }
    case 'tookPart':
      return { kind: 'wrong-state', detail: 'The organisation took part in the case itself.' }
    case 'underWay':
      return { kind: 'wrong-state', detail: `They have one under way: ${failure.adoption}.` }
  }
}

export function stepProblem(failure: TakeStepFailure): ProblemFacts {
  switch (failure.kind) {
    case 'adoptionNotFound':
      return { kind: 'not-found', detail: 'There is no adoption with this id that you may know of.' }
    case 'notAllowed':
      return { kind: 'not-allowed', detail: 'The one who made the key may not do this for the organisation.' }
    case 'wrongStatus':
      return { kind: 'wrong-state', detail: `The step does not follow ${failure.status}.` }
    case 'beforeLast':
      return invalid([{ pointer: '/on', problem: `must not be before the last step, ${failure.last}` }])
    case 'inFuture':
      return invalid([{ pointer: '/on', problem: 'must not be in the future' }])
  }
}

export async function replyWith(db: ApiProgram['db'], adoption: Adoption, addresses: Addresses) {
  const [body] = await toAdoptions(db, [adoption], addresses)
  if (!body) throw new Error(`There is no organisation ${adoption.organisation}`)
  return { body }
}

export async function toAdoptions(
  db: ApiProgram['db'],
  adoptions: readonly Adoption[],
  addresses: Addresses,
) {
  const bodies = await organisationsByIds(
    db,
    adoptions.map(({ organisation }) => organisation),
  )
  return adoptions.flatMap((one) => {
    const organisation = bodies.get(one.organisation)
    return organisation ? [toAdoption(one, organisation, addresses)] : []
  })
}

function toAdoption(
  adoption: Adoption,
  organisation: Organisation,
  addresses: Addresses,
): z.infer<typeof AdoptionAnswer> {
  const { id, caseId, caseVersion, status, audience, differences, volumes, ownCase, steps } = adoption
  return {
    id,
    url: addresses.page('adoption', id),
    organisation: toReference(organisation),
    case: caseId,
    caseVersion,
    status,
    audience,
    differences,
    volumes,
    ownCase,
    steps: steps.map(({ status: taken, on, reason }) => ({ status: taken, on: on.toString(), reason })),
  }
}

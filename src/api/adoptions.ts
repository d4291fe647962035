import { AdoptionId, StepForm } from '#src/modules/adoptions/contract.ts'
import {
  adoptersOf,
  depthOf,
  readSpread,
  type SpreadNode,
  takeIntoUse,
  takeStep,
} from '#src/modules/adoptions/index.ts'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { findCase } from '#src/modules/catalogue/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import { AdoptionAnswer, AdoptionsAnswer, NewAdoption, NewStep, SpreadAnswer } from './adoption-answer.ts'
import { WRITERS } from './drafts.ts'
import { type ApiProgram, endpoint, listReply, writing } from './endpoint.ts'
import { toReference } from './organisations.ts'
import { pageOfList, paging } from './paging.ts'
import { beginProblem, NO_CASE, replyWith, stepProblem, toAdoptions } from './present-adoption.ts'
import { invalid } from './read-body.ts'

const pathParameters = { id: { description: 'The id of the case.', example: 'case-016' } }

export const listAdoptions = endpoint({
  id: 'adoptions',
  path: '/cases/{id}/adoptions',
  tag: 'Cases',
  summary: 'Who has taken a case into use, or considers it',
  description: 'The first first. With a key also those that are open to the one who made it.',
  pathParameters,
  query: paging,
  answer: AdoptionsAnswer,
  outcomes: { 404: 'There is no published case with this id.' },
  reply: async ({ program: { db }, actor, path, query, addresses, here, problem }) => {
    const id = await publishedCase(db, path('id'))
    if (!id) return problem(NO_CASE)
    const page = pageOfList(await adoptersOf(db, actor, id), { ...query, idOf: (one) => one.id, here })
    if (!page.ok) return problem(page.failure)
    return listReply({ ...page.value, items: await toAdoptions(db, page.value.items, addresses) })
  },
})

export const readCaseSpread = endpoint({
  id: 'spread',
  path: '/cases/{id}/spread',
  tag: 'Cases',
  summary: 'How a case has spread',
  description: 'Who took it from whom and when, step by step, of what the one who asks may see.',
  pathParameters,
  query: {},
  answer: SpreadAnswer,
  outcomes: { 404: 'There is no published case with this id.' },
  reply: async ({ program: { db }, actor, path, problem }) => {
    const id = await publishedCase(db, path('id'))
    if (!id) return problem(NO_CASE)
    const [tree] = await readSpread(db, [id], actor)
    const taken = tree ? inOrder(tree, 1) : []
    const bodies = await organisationsByIds(
      db,
      taken.map(({ by }) => by),
    )
    return {
      body: {
        case: id,
        depth: tree ? depthOf(tree) : 0,
        taken: taken.flatMap(({ id: adoption, from, by, status, since, ownCase, step }) => {
          const body = bodies.get(by)
          return body ? { adoption, from, by: toReference(body), status, since, ownCase, step } : []
        }),
      },
    }
  },
})

function inOrder(
  node: SpreadNode,
  step: number,
): readonly (SpreadNode['taken'][number] & { readonly step: number })[] {
  return node.taken.flatMap((one) => [
    { ...one, step },
    ...(one.further ? inOrder(one.further, step + 1) : []),
  ])
}

export const beginAdoption = writing({
  id: 'takeIntoUse',
  method: 'post',
  path: '/cases/{id}/adoptions',
  tag: 'Cases',
  access: WRITERS,
  summary: 'Take a case into use',
  description:
    'Begins a draft of your own, filled in from the case. It gives no right to buy from the same supplier.',
  pathParameters,
  body: NewAdoption,
  status: 201,
  answer: AdoptionAnswer,
  outcomes: {
    403: 'The one who made the key may not write for that organisation.',
    404: 'There is no published case with this id.',
    409: 'They have one under way, or took part in the case themselves.',
  },
  reply: async ({ program, actor, path, body, addresses, problem }) => {
    const id = CaseId.safeParse(path('id'))
    if (!id.success) return problem(NO_CASE)
    const { audience = 'public-employees', volumes, differences = '' } = body
    // A key acts for an organisation, so there is always one.
    const organisation = (body.organisation ?? actor.organisation) as OrganisationId
    const form = {
      audience,
      differences,
      volumeThere: volumes?.there ?? null,
      volumeHere: volumes?.here ?? null,
    }
    const taken = await takeIntoUse(program, actor, { caseId: id.data, organisation, form })
    if (!taken.ok) return problem(beginProblem(taken.failure))
    return replyWith(program.db, taken.value, addresses)
  },
})

export const takeAdoptionStep = writing({
  id: 'takeStep',
  method: 'post',
  path: '/adoptions/{id}/steps',
  tag: 'Cases',
  access: WRITERS,
  summary: 'Note how far you have come',
  description:
    'A step keeps its date. What has been replaced or abandoned goes no further; begin anew instead.',
  pathParameters: {
    id: { description: 'The id of the adoption.', example: '01998f7e-6c1e-7d3a-9a5c-2b1f6d0e8a11' },
  },
  body: NewStep,
  answer: AdoptionAnswer,
  outcomes: {
    404: 'There is no such adoption, or it is not one that the one who made the key may know of.',
    409: 'The step does not follow the last one.',
  },
  reply: async ({ program, actor, path, body, addresses, problem }) => {
    const id = AdoptionId.safeParse(path('id'))
    if (!id.success) return problem(stepProblem({ kind: 'adoptionNotFound' }))
    const form = StepForm.safeParse({ ...body, reason: body.reason ?? '' })
    if (!form.success)
      return problem(invalid([{ pointer: '/reason', problem: 'must say why it was replaced or abandoned' }]))
    const taken = await takeStep(program, actor, { id: id.data, form: form.data })
    return taken.ok ? replyWith(program.db, taken.value, addresses) : problem(stepProblem(taken.failure))
  },
})

async function publishedCase(db: ApiProgram['db'], text: string): Promise<CaseId | null> {
  const id = CaseId.safeParse(text)
  const found = id.success ? await findCase(db, id.data) : null
  return found?.status === 'found' ? found.case.id : null
}

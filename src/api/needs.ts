import type { z } from 'zod'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { InnovationHeight, NeedId } from '#src/modules/needs/contract.ts'
import {
  type Need,
  type NeedBeginning,
  readableNeeds,
  readNeed as readOneNeed,
  type StartNeedFailure,
  startNeed,
} from '#src/modules/needs/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import { withAncestors } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import type { Addresses } from './addresses.ts'
import { WRITERS } from './drafts.ts'
import { endpoint, listReply, writing } from './endpoint.ts'
import { NeedAnswer, NeedsAnswer, NewNeed } from './need-answer.ts'
import { toReference } from './organisations.ts'
import { pageOfList, paging } from './paging.ts'
import { oneOf } from './parameters.ts'
import type { ProblemFacts } from './problem.ts'
import { invalid } from './read-body.ts'
import { theme } from './search-parameters.ts'
import { etagOf } from './write.ts'

export const listNeeds = endpoint({
  id: 'needs',
  path: '/needs',
  tag: 'Needs',
  summary: 'What is needed, newest first',
  description:
    'Needs that are announced now, before there is a procurement. A need is not a notice: nobody can tender for it. With a key also those for public employees, and those the organisation keeps to itself.',
  query: {
    ...paging,
    theme: theme.optional().describe('Only about this theme, or what is narrower.'),
    innovationHeight: oneOf(InnovationHeight.options).optional().describe('How new it must be.'),
  },
  answer: NeedsAnswer,
  reply: async ({ program: { db }, actor, query, addresses, here, problem }) => {
    const needs = (await readableNeeds(db, actor)).filter(
      ({ content }) =>
        (!query.innovationHeight || content.innovationHeight === query.innovationHeight) &&
        (!query.theme || content.themes.some((id) => withAncestors(id).includes(query.theme ?? ''))),
    )
    const page = pageOfList(needs, { ...query, idOf: ({ id }) => id, here })
    if (!page.ok) return problem(page.failure)
    return listReply({ ...page.value, items: await toNeeds(db, page.value.items, addresses) })
  },
})

export const readNeed = endpoint({
  id: 'need',
  path: '/needs/{id}',
  tag: 'Needs',
  summary: 'A need',
  description: 'One need with all that is told of it.',
  pathParameters: {
    id: { description: 'The id of the need.', example: '01998f7e-6c1e-7d3a-9a5c-2b1f6d0e8a11' },
  },
  query: {},
  answer: NeedAnswer,
  outcomes: { 404: 'There is no such need, or it is not open to the one who asks.' },
  reply: async ({ program: { db }, actor, path, addresses, problem }) => {
    const need = await readOneNeed(db, actor, path('id'))
    const [body] = need ? await toNeeds(db, [need], addresses) : []
    if (!body) return problem({ kind: 'not-found', detail: `There is no need with the id ${path('id')}.` })
    return { body }
  },
})

export const beginNeed = writing({
  id: 'startNeed',
  method: 'post',
  path: '/needs',
  tag: 'Needs',
  access: WRITERS,
  summary: 'Begin a need',
  description:
    'A draft that only those who write for the organisation see: in your own words, or filled in from a contract that ends, a case, or a need that is yours too. It is written further and announced by people, on its page.',
  body: NewNeed,
  status: 201,
  answer: NeedAnswer,
  outcomes: { 403: 'The one who made the key may not write for that organisation.' },
  reply: async ({ program, actor, body, addresses, problem }) => {
    const from = beginningOf(body)
    if (!from)
      return problem(
        invalid([{ pointer: '/title', problem: 'or one of case, notice and need must stand alone' }]),
      )
    // A key acts for an organisation, so there is always one.
    const organisation = (body.organisation ?? actor.organisation) as OrganisationId
    const started = await startNeed(program, actor, { id: NeedId.parse(newId()), organisation, from })
    if (!started.ok) return problem(startProblem(started.failure))
    const [need] = await toNeeds(program.db, [started.value], addresses)
    if (!need) throw new Error(`The organisation of need ${started.value.id} is not there`)
    return { body: need, headers: { location: need.self, etag: etagOf(need.version) } }
  },
})

/** Null unless exactly one is told. */
function beginningOf({ title, case: caseId, notice, lot, need }: NewNeed): NeedBeginning | null {
  const known = CaseId.safeParse(caseId)
  const told: readonly NeedBeginning[] = [
    ...(title === undefined ? [] : [{ kind: 'words', title } as const]),
    ...(known.success ? [{ kind: 'case', id: known.data } as const] : []),
    ...(notice === undefined ? [] : [{ kind: 'notice', notice, lot: lot ?? null } as const]),
    ...(need === undefined ? [] : [{ kind: 'need', id: NeedId.parse(need) } as const]),
  ]
  return told.length === 1 ? (told[0] ?? null) : null
}

function startProblem({ kind }: StartNeedFailure): ProblemFacts {
  switch (kind) {
    case 'notAllowed':
      return { kind: 'not-allowed', detail: 'The one who made the key may not do this for the organisation.' }
    case 'caseNotFound':
      return invalid([{ pointer: '/case', problem: 'is not the id of a case here' }])
    case 'noticeNotFound':
      return invalid([{ pointer: '/notice', problem: 'is not the id of a notice here, or has no such lot' }])
    case 'needNotFound':
      return invalid([{ pointer: '/need', problem: 'is not the id of a need that you may know of' }])
    case 'idTaken':
      return { kind: 'wrong-state', detail: 'This need has been begun by another.' }
  }
}

async function toNeeds(
  db: Database,
  needs: readonly Need[],
  addresses: Addresses,
): Promise<z.infer<typeof NeedAnswer>[]> {
  const bodies = await organisationsByIds(
    db,
    needs.map(({ organisation }) => organisation),
  )
  return needs.flatMap(({ id, organisation, status, audience, announcedAt, version, content, closed }) => {
    const body = bodies.get(organisation)
    const { mirror: _, ...told } = content
    if (!body) return []
    return [
      {
        id,
        url: addresses.page('need', id),
        self: addresses.api('needs', id),
        organisation: toReference(body),
        status,
        audience,
        announcedAt: announcedAt?.toISOString() ?? null,
        version,
        ...told,
        closed: closed && { cause: closed.cause, reason: closed.reason },
      },
    ]
  })
}

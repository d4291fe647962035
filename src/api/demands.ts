import type { z } from 'zod'
import type { Actor } from '#src/modules/identity/index.ts'
import {
  type JointDemand,
  mayReadNeed,
  membersOf,
  type Need,
  type NeedToSum,
  nameNeeds,
  needsByIds,
  readDemands,
  readDemand as readOneDemand,
  sumUp,
} from '#src/modules/needs/index.ts'
import { type Organisation, organisationsByIds } from '#src/modules/organisations/index.ts'
import { withAncestors } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Addresses } from './addresses.ts'
import { DemandAnswer, DemandsAnswer } from './demand-answer.ts'
import { endpoint, listReply } from './endpoint.ts'
import { toReference } from './organisations.ts'
import { pageOfList, paging } from './paging.ts'
import { theme } from './search-parameters.ts'

export const listDemands = endpoint({
  id: 'demands',
  path: '/demands',
  tag: 'Needs',
  summary: 'What several need together',
  description:
    'Joint demands that are not over, the one that was changed last first: who is in each, what they come to, and what they say together. Nobody in it is bound to buy. With a key also those for public employees, and those the organisation is in or is asked into.',
  query: {
    ...paging,
    theme: theme.optional().describe('Only where one of the needs is about this theme, or what is narrower.'),
  },
  answer: DemandsAnswer,
  reply: async ({ program: { db }, actor, query, addresses, here, problem }) => {
    const known = await knowMembers(db, await readDemands(db, actor))
    const asked = known.filter(
      ({ members }) =>
        !query.theme ||
        members.some(({ need: { content } }) =>
          content.themes.flatMap(withAncestors).includes(query.theme ?? ''),
        ),
    )
    const page = pageOfList(asked, { ...query, idOf: ({ demand }) => demand.id, here })
    if (!page.ok) return problem(page.failure)
    return listReply({ ...page.value, items: await toAnswers(db, page.value.items, { actor, addresses }) })
  },
})

export const readDemand = endpoint({
  id: 'demand',
  path: '/demands/{id}',
  tag: 'Needs',
  summary: 'A joint demand',
  description: 'One of them. Who is asked, and who said no, is for those it concerns, on its page.',
  pathParameters: {
    id: { description: 'The id of the joint demand.', example: '01998f7e-6c1e-7d3a-9a5c-2b1f6d0e8a11' },
  },
  query: {},
  answer: DemandAnswer,
  outcomes: { 404: 'There is no such demand, or it is not open to the one who asks.' },
  reply: async ({ program: { db }, actor, path, addresses, problem }) => {
    const found = await readOneDemand(db, actor, path('id'))
    const known = found ? await knowMembers(db, [found]) : []
    const [body] = await toAnswers(db, known, { actor, addresses })
    if (!body) return problem({ kind: 'not-found', detail: `There is no demand with the id ${path('id')}.` })
    return { body }
  },
})

type Known = {
  readonly demand: JointDemand
  readonly members: readonly { readonly need: Need; readonly named: NeedToSum }[]
}

async function knowMembers(db: Database, demands: readonly JointDemand[]): Promise<readonly Known[]> {
  const needs = await needsByIds(
    db,
    demands.flatMap((demand) => membersOf(demand).map(({ need }) => need)),
  )
  const byId = new Map(needs.map((need) => [need.id, need]))
  const named = new Map((await nameNeeds(db, needs)).map((one) => [one.need, one]))
  return demands.map((demand) => ({
    demand,
    members: membersOf(demand).flatMap(({ need: id }) => {
      const [need, one] = [byId.get(id), named.get(id)]
      return need && one ? [{ need, named: one }] : []
    }),
  }))
}

type Around = { readonly actor: Actor | null; readonly addresses: Addresses }
type Answer = z.infer<typeof DemandAnswer>

async function toAnswers(db: Database, all: readonly Known[], around: Around): Promise<Answer[]> {
  const bodies = await organisationsByIds(
    db,
    all.flatMap(({ demand, members }) => [demand.lead, ...members.map(({ need }) => need.organisation)]),
  )
  return all.flatMap((known) => {
    const lead = bodies.get(known.demand.lead)
    return lead ? [toAnswer(known, { ...around, lead, bodies })] : []
  })
}

type Named = Around & { readonly lead: Organisation; readonly bodies: ReadonlyMap<string, Organisation> }

function toAnswer({ demand, members }: Known, { actor, addresses, lead, bodies }: Named): Answer {
  const { id, title, status, audience, dialogueClosedAt, changedAt, version } = demand
  const { language, ...statement } = demand.statement
  const { organisations, municipalities, inhabitants, volumes, window, themes } = sumUp(
    members.map(({ named }) => named),
  )
  return {
    id,
    url: addresses.page('demand', id),
    self: addresses.api('demands', id),
    title,
    language,
    status,
    audience,
    lead: toReference(lead),
    members: members.flatMap(({ need }) => {
      const body = bodies.get(need.organisation)
      return body
        ? [{ organisation: toReference(body), need: mayReadNeed(actor, need) ? need.id : null }]
        : []
    }),
    sum: { organisations, municipalities, inhabitants, volumes: [...volumes], window },
    themes: [...themes],
    statement,
    dialogueClosed: dialogueClosedAt !== null,
    changedAt: changedAt.toISOString(),
    version,
  }
}

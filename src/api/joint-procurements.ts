import type { z } from 'zod'
import { dayOf } from '#src/modules/identity/index.ts'
import { Path, Step } from '#src/modules/joint-procurement/contract.ts'
import {
  drawLife,
  type JointProcurement,
  readProcurement,
  readProcurements,
} from '#src/modules/joint-procurement/index.ts'
import { type Organisation, organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Addresses } from './addresses.ts'
import { endpoint, listReply } from './endpoint.ts'
import { JointProcurementAnswer, JointProcurementsAnswer } from './joint-procurement-answer.ts'
import { toReference } from './organisations.ts'
import { pageOfList, paging } from './paging.ts'
import { oneOf } from './parameters.ts'

export const listJointProcurements = endpoint({
  id: 'jointProcurements',
  path: '/joint-procurements',
  tag: 'Joint procurements',
  summary: 'Who buys together, and how far they have come',
  description:
    'The one that was changed last first. With a key also those that are open to public employees, and those the organisation takes part in, which come first.',
  query: {
    ...paging,
    path: oneOf(Path.options).optional().describe('Only those who buy in this way.'),
    step: oneOf(Step.options).optional().describe('Only those who are in this step now.'),
  },
  answer: JointProcurementsAnswer,
  reply: async ({ program: { db }, actor, query, addresses, here, problem }) => {
    const all = (await readProcurements(db, actor)).filter(
      ({ path, step }) => (!query.path || path === query.path) && (!query.step || step === query.step),
    )
    const page = pageOfList(all, { ...query, idOf: ({ id }) => id, here })
    if (!page.ok) return problem(page.failure)
    return listReply({ ...page.value, items: await toAnswers(db, page.value.items, addresses) })
  },
})

export const readJointProcurement = endpoint({
  id: 'jointProcurement',
  path: '/joint-procurements/{id}',
  tag: 'Joint procurements',
  summary: 'A joint procurement',
  description:
    'What is open of it: who takes part, where they are, and the way ahead. What each participant has told of itself is for the others who take part.',
  pathParameters: {
    id: {
      description: 'The id of the joint procurement.',
      example: '01998f7e-6c1e-7d3a-9a5c-2b1f6d0e8a11',
    },
  },
  query: {},
  answer: JointProcurementAnswer,
  outcomes: { 404: 'There is no such joint procurement, or it is not open to the one who asks.' },
  reply: async ({ program: { db }, actor, path, addresses, problem }) => {
    const found = await readProcurement(db, actor, path('id'))
    const [body] = found ? await toAnswers(db, [found], addresses) : []
    if (!body)
      return problem({
        kind: 'not-found',
        detail: `There is no joint procurement with the id ${path('id')}.`,
      })
    return { body }
  },
})

type Answer = z.infer<typeof JointProcurementAnswer>

async function toAnswers(
  db: Database,
  all: readonly JointProcurement[],
  addresses: Addresses,
): Promise<Answer[]> {
  const bodies = await organisationsByIds(
    db,
    all.flatMap(({ participants }) => participants.map(({ organisation }) => organisation)),
  )
  return all.flatMap((joint) => {
    const lead = bodies.get(joint.lead)
    return lead ? [toAnswer(joint, { lead, bodies, addresses })] : []
  })
}

type Around = {
  readonly lead: Organisation
  readonly bodies: ReadonlyMap<string, Organisation>
  readonly addresses: Addresses
}

function toAnswer(joint: JointProcurement, { lead, bodies, addresses }: Around): Answer {
  const { id, title, facts, audience, path, step, ended, participants, lockedAt, version } = joint
  return {
    id,
    url: addresses.page('jointProcurement', id),
    self: addresses.api('joint-procurements', id),
    title,
    purpose: facts.purpose || null,
    audience,
    path,
    step,
    ended: ended && { outcome: ended.outcome, on: dayOf(ended.at), reason: ended.reason },
    lead: toReference(lead),
    participants: participants.flatMap(({ organisation, role, status }) => {
      const body = status === 'interested' ? bodies.get(organisation) : undefined
      return body ? [{ organisation: toReference(body), role }] : []
    }),
    innovationHeight: facts.innovationHeight,
    themes: facts.themes,
    cpv: facts.cpv,
    publishOn: facts.publishOn,
    notice: facts.notice || null,
    publishedOn: facts.publishedOn,
    listClosed: lockedAt !== null,
    case: joint.caseId,
    life: drawLife(joint).map(({ step: one, place, taken, months: [least, most] }) => ({
      step: one,
      place,
      since: taken?.on.toString() ?? null,
      months: { least, most },
    })),
    version,
  }
}

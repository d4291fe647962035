import type { Actor } from '#src/modules/identity/index.ts'
import { findOrganisationById, organisationsByIds } from '#src/modules/organisations/index.ts'
import { DraftId } from '#src/modules/sharing/contract.ts'
import {
  type Draft,
  draftsOf,
  publishDraft,
  readDraft as readOwnDraft,
  saveContent,
  submitDraft,
} from '#src/modules/sharing/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Addresses } from './addresses.ts'
import { DraftAnswer, DraftChange, DraftsAnswer, Nothing, PublishedAnswer } from './draft-answer.ts'
import { draftProblem } from './draft-problem.ts'
import { endpoint, listReply, type Reply, writing } from './endpoint.ts'
import { pageOfList, paging } from './paging.ts'
import { toDraft, toDraftSummary } from './present-draft.ts'
import { etagOf } from './write.ts'

export const WRITERS = ['contributor', 'coordinator', 'network-leader', 'consultant'] as const
const id = { id: { description: 'The id of the draft.', example: '01998f7e-6c1e-7d3a-9a5c-2b1f6d0e8a11' } }
const MISSING = 'There is no such draft, or it is not one that the one who made the key may know of.'
const CHANGED = 'It has been saved since the version in `If-Match`: read it again.'
const STATE = 'It has been submitted, published or thrown away.'

export const listDrafts = endpoint({
  id: 'drafts',
  path: '/drafts',
  tag: 'Drafts',
  access: WRITERS,
  summary: 'Your drafts',
  description: 'What the organisation is writing, and those it has a mandate from; the one saved last first.',
  query: paging,
  answer: DraftsAnswer,
  reply: async ({ program: { db }, actor, query, addresses, here, problem }) => {
    const drafts = await draftsOf(db, actor)
    const page = pageOfList(drafts, { ...query, idOf: (draft) => draft.id, here })
    if (!page.ok) return problem(page.failure)
    const bodies = await organisationsByIds(
      db,
      page.value.items.map((draft) => draft.organisation),
    )
    const items = page.value.items.flatMap((draft) => {
      const organisation = bodies.get(draft.organisation)
      return organisation ? [toDraftSummary(draft, { organisation, addresses })] : []
    })
    return listReply({ ...page.value, items })
  },
})

export const readDraft = endpoint({
  id: 'draft',
  path: '/drafts/{id}',
  tag: 'Drafts',
  access: WRITERS,
  summary: 'One draft with everything written in it',
  description: 'With what is wrong and what is missing. The `ETag` is its version.',
  pathParameters: id,
  query: {},
  answer: DraftAnswer,
  outcomes: { 404: MISSING },
  reply: async ({ program: { db }, actor, path, addresses, problem }) => {
    const draft = await findOwn(db, actor, path('id'))
    return draft ? replyWith(db, draft, addresses) : problem(draftProblem({ kind: 'draftNotFound' }))
  },
})

export const changeDraft = writing({
  id: 'changeDraft',
  method: 'patch',
  path: '/drafts/{id}',
  tag: 'Drafts',
  access: WRITERS,
  summary: 'Write in a draft',
  description:
    'Blocks that are given are written whole; null takes one away; blocks that are not given stay. Saved also while something is missing.',
  pathParameters: id,
  body: DraftChange,
  ofVersion: true,
  answer: DraftAnswer,
  outcomes: { 404: MISSING, 409: STATE, 412: CHANGED },
  reply: async ({ program, actor, path, body: { content: blocks }, version, addresses, problem }) => {
    const draft = DraftId.safeParse(path('id'))
    if (!draft.success) return problem(draftProblem({ kind: 'draftNotFound' }))
    const saved = await saveContent(program, actor, { id: draft.data, version, blocks })
    return saved.ok ? replyWith(program.db, saved.value, addresses) : problem(draftProblem(saved.failure))
  },
})

export const submitOwnDraft = writing({
  id: 'submitDraft',
  method: 'post',
  path: '/drafts/{id}/submit',
  tag: 'Drafts',
  access: WRITERS,
  summary: 'Hand a draft to others to read',
  description: 'To a colleague, a coordinator and the editors. It stands still until one of them decides.',
  pathParameters: id,
  body: Nothing,
  ofVersion: true,
  answer: DraftAnswer,
  outcomes: { 404: MISSING, 409: STATE, 412: CHANGED },
  reply: async ({ program, actor, path, version, addresses, problem }) => {
    const draft = DraftId.safeParse(path('id'))
    if (!draft.success) return problem(draftProblem({ kind: 'draftNotFound' }))
    const submitted = await submitDraft(program, actor, { id: draft.data, version })
    return submitted.ok
      ? replyWith(program.db, submitted.value, addresses)
      : problem(draftProblem(submitted.failure))
  },
})

export const publishOwnDraft = writing({
  id: 'publishDraft',
  method: 'post',
  path: '/drafts/{id}/publish',
  tag: 'Drafts',
  access: WRITERS,
  summary: 'Publish a draft',
  description:
    'Makes it a case that everybody can read, or the next version of the one it corrects. Coordinators may, and colleagues of the one who submitted it.',
  pathParameters: id,
  body: Nothing,
  ofVersion: true,
  answer: PublishedAnswer,
  outcomes: { 404: MISSING, 409: `${STATE} Or the case it corrects is gone, or has changed.`, 412: CHANGED },
  reply: async ({ program, actor, path, version, addresses, problem }) => {
    const draft = DraftId.safeParse(path('id'))
    if (!draft.success) return problem(draftProblem({ kind: 'draftNotFound' }))
    const published = await publishDraft(program, actor, { id: draft.data, version })
    if (!published.ok) return problem(draftProblem(published.failure))
    const found = published.value
    return {
      body: { case: found, self: addresses.api('cases', found), url: addresses.page('case', found) },
      headers: { location: addresses.api('cases', found) },
    }
  },
})

async function findOwn(db: Database, actor: Actor, wanted: string): Promise<Draft | null> {
  const draft = DraftId.safeParse(wanted)
  return draft.success ? readOwnDraft(db, actor, draft.data) : null
}

/** The draft as it is now, with its version. */
export async function replyWith(
  db: Database,
  draft: Draft,
  addresses: Addresses,
): Promise<Exclude<Reply<ReturnType<typeof toDraft>>, Response>> {
  const organisation = await findOrganisationById(db, draft.organisation)
  if (!organisation) throw new Error(`The organisation of draft ${draft.id} is not there`)
  return {
    body: toDraft(draft, { organisation, addresses }),
    headers: { etag: etagOf(draft.version) },
  }
}

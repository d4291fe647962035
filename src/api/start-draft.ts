import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { DraftId } from '#src/modules/sharing/contract.ts'
import { type Beginning, saveContent, startDraft } from '#src/modules/sharing/index.ts'
import { newId } from '#src/platform/ids.ts'
import { DraftAnswer, NewDraft } from './draft-answer.ts'
import { draftProblem } from './draft-problem.ts'
import { replyWith, WRITERS } from './drafts.ts'
import { writing } from './endpoint.ts'
import { invalid } from './read-body.ts'

export const startOwnDraft = writing({
  id: 'startDraft',
  method: 'post',
  path: '/drafts',
  tag: 'Drafts',
  access: WRITERS,
  summary: 'Begin a draft',
  description:
    'Empty, from a notice, or to correct a case of your own. Where the organisation has begun one of the same notice or case, that one is answered, with 200, and `content` is left out: read it first.',
  body: NewDraft,
  status: 201,
  answer: DraftAnswer,
  outcomes: {
    200: 'They had begun it already; this is the one.',
    403: 'The one who made the key may not write for that organisation, or the case is not theirs.',
    409: 'The case has been withdrawn or merged.',
  },
  reply: async ({ program, actor, body, addresses, problem }) => {
    const { size = 'short', language = 'nb', content, notice } = body
    if (notice && body.case)
      return problem(invalid([{ pointer: '/case', problem: 'must not stand beside notice' }]))
    const id = DraftId.parse(newId())
    // A key acts for an organisation, so there is always one.
    const organisation = (body.organisation ?? actor.organisation) as OrganisationId
    const started = await startDraft(program, actor, {
      id,
      organisation,
      size,
      language,
      from: beginning(body),
    })
    if (!started.ok) return problem(draftProblem(started.failure))
    const isNew = started.value.id === id
    const filled =
      isNew && content
        ? await saveContent(program, actor, { id, version: started.value.version, blocks: content })
        : started
    if (!filled.ok) return problem(draftProblem(filled.failure))
    const reply = await replyWith(program.db, filled.value, addresses)
    const location = addresses.api('drafts', filled.value.id)
    return { ...reply, status: isNew ? 201 : 200, headers: { ...reply.headers, location } }
  },
})

function beginning({
  notice,
  case: corrected,
}: {
  notice?: string | undefined
  case?: NewDraftCase
}): Beginning {
  if (notice) return { kind: 'notice', id: notice }
  return corrected ? { kind: 'case', id: corrected } : { kind: 'nothing' }
}

type NewDraftCase = Extract<Beginning, { kind: 'case' }>['id'] | undefined

import { z } from 'zod'
import { CaseContent, CaseId } from '#src/modules/catalogue/contract.ts'
import { NoticeId } from '#src/modules/notices/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { DRAFT_STATUSES, DraftSize, ORIGIN_KINDS } from '#src/modules/sharing/contract.ts'
import { LANGUAGES } from '#src/platform/language.ts'
import { named } from './components.ts'
import { OrganisationReference } from './organisation-answer.ts'
import { pageOf } from './paging.ts'
import { BadField } from './problem.ts'

const summary = {
  id: z.uuid(),
  self: z.url().describe('Its address in this API.'),
  url: z.url().describe('The page where people write in it, in `lang`.'),
  organisation: OrganisationReference.describe('On whose behalf it is written.'),
  size: DraftSize.describe('How much it is to tell; it can grow, and not become smaller.'),
  status: z.enum(DRAFT_STATUSES),
  version: z.int().describe('Counts every saving; the `ETag`, and what `If-Match` must say.'),
  title: z.string().nullable(),
  origin: z.strictObject({
    kind: z.enum(ORIGIN_KINDS).describe('What it began with.'),
    id: z.string().nullable(),
  }),
  case: z.string().nullable().describe('The id of the case it became, or corrects.'),
  basedOn: z.int().nullable().describe('The version of that case it was made from.'),
  createdAt: z.iso.datetime(),
  savedAt: z.iso.datetime(),
}

export const DraftSummaryAnswer = named('DraftSummary', z.strictObject(summary))
export const DraftsAnswer = named('DraftPage', pageOf(DraftSummaryAnswer))

export const DraftAnswer = named(
  'Draft',
  z.strictObject({
    ...summary,
    content: z
      .record(z.string(), z.unknown())
      .describe(
        'What is written so far, block by block in the form of `CaseContent`; some of it may be wrong.',
      ),
    complete: z.boolean().describe('Whether it can be submitted and published.'),
    problems: z.array(BadField).describe('What is wrong or missing; the pointers lead into `content`.'),
  }),
)

const { shape } = CaseContent

/** Any of the blocks of a case, each whole; null takes a block away. Who publishes, and how sure it is, is ours to say. */
export const DraftContent = named(
  'DraftContent',
  z.strictObject({
    language: shape.language.optional(),
    identity: shape.identity.optional(),
    who: shape.who.optional(),
    need: shape.need.nullable(),
    userInvolvement: shape.userInvolvement.nullable(),
    requirements: shape.requirements.nullable(),
    marketDialogue: shape.marketDialogue.nullable(),
    competition: shape.competition.nullable(),
    contract: shape.contract.nullable(),
    approach: shape.approach.nullable(),
    steps: shape.steps.optional(),
    effects: shape.effects.optional(),
    noBenefit: shape.noBenefit.nullable(),
    stopped: shape.stopped.nullable(),
    lessons: shape.lessons.optional(),
    reuse: shape.reuse.nullable(),
  }),
)

export const NewDraft = named(
  'NewDraft',
  z.strictObject({
    size: DraftSize.optional().describe(
      '`experience`: a lesson in two minutes; `short`, where nothing is said: five minutes; `full`: the twelve blocks.',
    ),
    language: z
      .enum(LANGUAGES)
      .optional()
      .describe('The language it is written in; `nb` where nothing is said.'),
    organisation: OrganisationId.optional().describe(
      'The one of the key where nothing is said; else one that has given it a mandate.',
    ),
    notice: NoticeId.optional().describe('Begins with what this notice tells.'),
    case: CaseId.optional().describe('Corrects this case, which must be theirs.'),
    content: DraftContent.optional(),
  }),
)

export const DraftChange = named('DraftChange', z.strictObject({ content: DraftContent }))

export const Nothing = named('Nothing', z.strictObject({}).describe('An empty object.'))

export const PublishedAnswer = named(
  'PublishedDraft',
  z.strictObject({
    case: z.string().describe('The id of the case it became.'),
    self: z.url().describe('The case in this API.'),
    url: z.url().describe('The page of the case, in `lang`.'),
  }),
)

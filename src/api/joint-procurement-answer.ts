import { z } from 'zod'
import {
  Outcome,
  ParticipantRole,
  Path,
  ProcurementAudience,
  Step,
} from '#src/modules/joint-procurement/contract.ts'
import { InnovationHeight } from '#src/modules/needs/contract.ts'
import { named } from './components.ts'
import { OrganisationReference } from './organisation-answer.ts'
import { pageOf } from './paging.ts'

export const JointProcurementAnswer = named(
  'JointProcurement',
  z.strictObject({
    id: z.uuid(),
    url: z.url().describe('The page for people, in `lang`.'),
    self: z.url().describe('Its address in this API.'),
    title: z.string(),
    purpose: z.string().nullable().describe('What shall be better, in their own words.'),
    audience: ProcurementAudience.describe('Who may know of it; `own` is those who take part.'),
    path: Path.describe('The way they buy together.'),
    step: Step.describe('Where the group is in its life.'),
    ended: z
      .strictObject({
        outcome: Outcome,
        on: z.iso.date(),
        reason: z.string().nullable().describe('Why it ended before it was done.'),
      })
      .nullable(),
    lead: OrganisationReference,
    participants: z
      .array(z.strictObject({ organisation: OrganisationReference, role: ParticipantRole }))
      .describe('Those who have said that they take part, the lead too; a follower has no right to buy.'),
    innovationHeight: InnovationHeight.nullable().describe('How new the solution must be.'),
    themes: z.array(z.string()).describe('The ids of themes.'),
    cpv: z.array(z.string()),
    publishOn: z.iso.date().nullable().describe('When they mean to publish the competition.'),
    notice: z.string().nullable().describe('The notice it was published as.'),
    publishedOn: z.iso.date().nullable(),
    listClosed: z.boolean().describe('Whether nobody can be added any more.'),
    case: z.string().nullable().describe('The case it became.'),
    life: z
      .array(
        z.strictObject({
          step: Step,
          place: z.enum(['done', 'now', 'ahead']),
          since: z.iso.date().nullable().describe('When the group last came to it.'),
          months: z
            .strictObject({ least: z.number(), most: z.number() })
            .describe('How long it usually takes.'),
        }),
      )
      .describe('The whole way, in order.'),
    version: z.int(),
  }),
)
export const JointProcurementsAnswer = named('JointProcurementPage', pageOf(JointProcurementAnswer))

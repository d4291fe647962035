import { z } from 'zod'
import { DEMAND_STATUSES, NEED_AUDIENCES } from '#src/modules/needs/contract.ts'
import { LANGUAGES } from '#src/platform/language.ts'
import { named } from './components.ts'
import { OrganisationReference } from './organisation-answer.ts'
import { pageOf } from './paging.ts'

const count = z.int().min(0)

export const DemandAnswer = named(
  'JointDemand',
  z.strictObject({
    id: z.uuid(),
    url: z.url().describe('The page for people, in `lang`.'),
    self: z.url().describe('Its address in this API.'),
    title: z.string(),
    language: z.enum(LANGUAGES).describe('The language it is written in.'),
    status: z.enum(DEMAND_STATUSES),
    audience: z
      .enum(NEED_AUDIENCES)
      .describe(
        'Who may read it, never more than every need in it is told to; `own` is those who are in it.',
      ),
    lead: OrganisationReference,
    members: z
      .array(
        z.strictObject({
          organisation: OrganisationReference,
          need: z.uuid().nullable().describe('Its need, where the one who asks may read that by itself.'),
        }),
      )
      .describe('Those who are in it now, in the order they joined.'),
    sum: z
      .strictObject({
        organisations: count,
        municipalities: count,
        inhabitants: count,
        volumes: z
          .array(z.strictObject({ amount: z.number(), unit: z.string() }))
          .describe('How many, by what they are counted in.'),
        window: z
          .strictObject({ from: z.iso.date(), until: z.iso.date() })
          .nullable()
          .describe('When the most of them want it bought at the same time.'),
      })
      .describe('What they come to together.'),
    themes: z.array(z.string()).describe('The ids of the themes that all of them are about.'),
    statement: z
      .strictObject({
        who: z.string().describe('For whom.'),
        outcome: z.string().describe('What shall be different for them.'),
        volume: z.string(),
        time: z.string(),
        firmness: z.string(),
        height: z.string().describe('How new the solution must be.'),
        ask: z.string().describe('What they ask the market.'),
      })
      .describe('What they say together; a section nobody has written is empty.'),
    dialogueClosed: z.boolean().describe('Whether suppliers can answer no more.'),
    changedAt: z.iso.datetime(),
    version: z.int().describe('Of the statement.'),
  }),
)
export const DemandsAnswer = named('JointDemandPage', pageOf(DemandAnswer))

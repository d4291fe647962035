import { z } from 'zod'
import {
  ALONE_BECAUSE,
  MATCH_PARTS,
  REASONS_AGAINST,
  REASONS_FOR,
  WHY_NOT,
} from '#src/modules/needs/contract.ts'
import { named } from './components.ts'
import { OrganisationReference } from './organisation-answer.ts'
import { pageOf } from './paging.ts'

const figure = z.number().min(0).max(1)

const member = {
  need: z.uuid().describe('The id of the need.'),
  self: z.url().describe('The need in this API.'),
  title: z.string(),
  organisation: OrganisationReference.describe('Whose need it is.'),
}

const group = {
  figure: figure.describe('How well they go together, from 0 to 1.'),
  lead: z.uuid().describe('The need of the one that should lead.'),
  months: z
    .strictObject({ from: z.iso.date(), until: z.iso.date() })
    .describe('The first and the last month that all can buy in, each by its first day.'),
}

export const GroupAnswer = named(
  'ProposedGroup',
  z.strictObject({
    url: z.url().describe('The page for people, in `lang`.'),
    ...group,
    members: z.array(z.strictObject(member)).describe('The lead first.'),
  }),
)
export const GroupsAnswer = named('ProposedGroupPage', pageOf(GroupAnswer))

const reason = <const Kinds extends readonly string[]>(kinds: Kinds) =>
  z.array(z.strictObject({ kind: z.enum(kinds), text: z.string().describe('In `lang`.') }))

export const NeedGroupAnswer = named(
  'GroupOfNeed',
  z.strictObject({
    need: z.uuid(),
    url: z.url().describe('The page for people, in `lang`.'),
    group: z
      .strictObject({
        ...group,
        members: z.array(
          z.strictObject({
            ...member,
            figure: figure.describe('How alike it is to the others on average.'),
            for: reason(REASONS_FOR).describe('Why it belongs with the others.'),
            against: reason(REASONS_AGAINST).describe('What speaks against.'),
          }),
        ),
      })
      .nullable()
      .describe('Null where there is no good group.'),
    aloneBecause: z.enum(ALONE_BECAUSE).nullable().describe('Why there is none.'),
    nearest: z
      .array(
        z.strictObject({
          ...member,
          figure,
          whyNot: z.strictObject({ kind: z.enum(WHY_NOT), text: z.string().describe('In `lang`.') }),
        }),
      )
      .describe('Those that come nearest without being in it.'),
    weights: z
      .record(z.enum(MATCH_PARTS), z.int())
      .describe('What each thing counts; only the proportions matter.'),
  }),
)

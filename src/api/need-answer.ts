import { z } from 'zod'
import {
  CLOSED_CAUSES,
  FIRMNESSES,
  INNOVATION_HEIGHTS,
  NEED_AUDIENCES,
  NEED_PHASES,
  NEED_STATUSES,
  NeedTitle,
  WISHES,
} from '#src/modules/needs/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { named } from './components.ts'
import { OrganisationReference } from './organisation-answer.ts'
import { pageOf } from './paging.ts'

/** What is told of a need; what its people answered themselves in the mirror is theirs, and never here. */
export const NeedAnswer = named(
  'Need',
  z.strictObject({
    id: z.uuid(),
    url: z.url().describe('The page for people, in `lang`.'),
    self: z.url().describe('Its address in this API.'),
    organisation: OrganisationReference.describe('Whose need it is.'),
    status: z.enum(NEED_STATUSES),
    audience: z.enum(NEED_AUDIENCES).describe('Who may read it.'),
    announcedAt: z.iso.datetime().nullable(),
    version: z.int(),
    language: z.string().describe('The language it is written in, ISO 639-1.'),
    title: z.string(),
    forWhom: z.string(),
    outcome: z.string().describe('What shall be different for them.'),
    volume: z.strictObject({ amount: z.number(), unit: z.string() }).nullable(),
    costToday: z.string(),
    from: z.iso.date().nullable().describe('The first day it is wanted to be bought.'),
    until: z.iso.date().nullable().describe('The last day.'),
    firmness: z.enum(FIRMNESSES).nullable(),
    phase: z.enum(NEED_PHASES).nullable(),
    innovationHeight: z.enum(INNOVATION_HEIGHTS).nullable(),
    triedBefore: z.string(),
    wish: z.enum(WISHES).nullable().describe('Whether they would lead if several need the same.'),
    goal: z.string(),
    goalUrl: z.url().nullable(),
    themes: z.array(z.string()).describe('Ids of themes.'),
    cpv: z.array(z.string()),
    contractEndsOn: z.iso.date().nullable(),
    mailbox: z.email().nullable().describe('A box that several read.'),
    closed: z.strictObject({ cause: z.enum(CLOSED_CAUSES), reason: z.string().nullable() }).nullable(),
  }),
)
export const NeedsAnswer = named('NeedPage', pageOf(NeedAnswer))

/** What a need is begun from: own words, or one of the others. */
export const NewNeed = named(
  'NewNeed',
  z.strictObject({
    organisation: OrganisationId.optional().describe(
      'On whose behalf; the organisation of the key where it is left out.',
    ),
    title: NeedTitle.optional().describe('In your own words.'),
    case: z.string().optional().describe('The id of a case to begin from.'),
    notice: z.string().optional().describe('The id of a notice whose contract ends.'),
    lot: z.string().optional().describe('The lot of that notice.'),
    need: z.uuid().optional().describe('The id of a need that is yours too.'),
  }),
)
export type NewNeed = z.infer<typeof NewNeed>

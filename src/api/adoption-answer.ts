import { z } from 'zod'
import { AdoptionAudience, AdoptionStatus } from '#src/modules/adoptions/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { named } from './components.ts'
import { OrganisationReference } from './organisation-answer.ts'
import { pageOf } from './paging.ts'

const Volumes = named(
  'Volumes',
  z.strictObject({
    there: z.number().positive().max(1e12),
    here: z.number().positive().max(1e12),
  }),
)

export const AdoptionAnswer = named(
  'Adoption',
  z.strictObject({
    id: z.uuid(),
    url: z.url().describe('The page for people, in `lang`.'),
    organisation: OrganisationReference.describe('Who takes it into use.'),
    case: z.string().describe('The case it is taken from.'),
    caseVersion: z.int().describe('The case as it stood then.'),
    status: AdoptionStatus,
    audience: AdoptionAudience.describe('Who may see it before it is in use; after that everybody may.'),
    differences: z.string().nullable().describe('What they do otherwise, in their own words.'),
    volumes: Volumes.nullable().describe('How large it was there and is here, in the same unit.'),
    ownCase: z.string().nullable().describe('The case they have published of it themselves.'),
    steps: z.array(
      z.strictObject({
        status: AdoptionStatus,
        on: z.iso.date(),
        reason: z.string().nullable().describe('Why, where it was replaced or abandoned.'),
      }),
    ),
  }),
)
export const AdoptionsAnswer = named('AdoptionPage', pageOf(AdoptionAnswer))

export const SpreadAnswer = named(
  'Spread',
  z.strictObject({
    case: z.string().describe('Where it began.'),
    depth: z.int().describe('How many steps it has gone; 0 when nobody has taken it.'),
    taken: z
      .array(
        z.strictObject({
          adoption: z.uuid(),
          from: z.string().describe('The case it was taken from.'),
          by: OrganisationReference,
          status: AdoptionStatus,
          since: z.iso.date().nullable().describe('When it came into use; until then when it began.'),
          ownCase: z.string().nullable(),
          step: z.int().describe('How far from where it began: 1 is from the first.'),
        }),
      )
      .describe('Each with those who took it from there after it.'),
  }),
)

export const NewAdoption = named(
  'NewAdoption',
  z.strictObject({
    organisation: OrganisationId.optional().describe(
      'The one of the key where nothing is said; else one that has given it a mandate.',
    ),
    audience: AdoptionAudience.optional().describe('`public-employees` where nothing is said.'),
    volumes: Volumes.optional().describe('What the expected effects are scaled by.'),
    differences: z.string().trim().max(5000).optional(),
  }),
)

export const NewStep = named(
  'NewStep',
  z.strictObject({
    status: AdoptionStatus,
    on: z.iso.date().describe('When; not before the last step, and not in the future.'),
    reason: z.string().trim().max(5000).optional().describe('Needed with `replaced` and `abandoned`.'),
  }),
)

import { z } from 'zod'
import {
  CASE_BLOCKS,
  CaseContent,
  CaseKind,
  CaseLevel,
  PartyRole,
  SolutionStatus,
} from '#src/modules/catalogue/contract.ts'
import { named } from './components.ts'
import { OrganisationReference } from './organisation-answer.ts'
import { pageOf } from './paging.ts'

const ThemeReference = named('ThemeReference', z.strictObject({ id: z.string(), label: z.string() }))

const CaseParty = named(
  'CaseParty',
  z.strictObject({
    name: z.string().describe('As the source writes it, also when the municipality has another name today.'),
    role: PartyRole,
    count: z.int().nullable().describe('How many the name stands for when it stands for several.'),
    organisation: OrganisationReference.nullable().describe('Who it is today; null when we do not know.'),
  }),
)

const Supplier = named(
  'Supplier',
  z.strictObject({
    name: z.string(),
    role: z.string().nullable().describe('In the words of the source.'),
    organisation: OrganisationReference.nullable(),
  }),
)

const summary = {
  id: z.string(),
  self: z.url().describe('Its address in this API.'),
  url: z.url().describe('The page for people, in `lang`.'),
  title: z.string(),
  language: z.string().describe('The language the case is written in, ISO 639-1.'),
  kind: CaseKind.describe('Only some are procurements.'),
  kindLabel: z.string(),
  level: CaseLevel.describe('How much it tells; `mention` is very thin.'),
  fromYear: z.int().nullable(),
  toYear: z.int().nullable(),
  themes: z.array(ThemeReference),
  joint: z.boolean().describe('Several contracting authorities in one process.'),
  confirmed: z.boolean().describe('False: nobody in the municipality has confirmed what it says.'),
  confirmedAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime(),
}

const CaseName = z.strictObject({ name: z.string(), role: PartyRole, count: z.int().nullable() })

export const CaseSummaryAnswer = named(
  'CaseSummary',
  z.strictObject({ ...summary, need: z.string().nullable(), parties: z.array(CaseName) }),
)

export const CasesAnswer = named('CasePage', pageOf(CaseSummaryAnswer))

export const SolutionReference = named(
  'SolutionReference',
  z.strictObject({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    language: z.string(),
    status: SolutionStatus,
    suppliers: z.array(z.string()),
    url: z.url().describe('The page for people.'),
  }),
)

export const CaseAnswer = named(
  'Case',
  z.strictObject({
    ...summary,
    version: z.int(),
    parties: z.array(CaseParty),
    suppliers: z.array(Supplier),
    content: named('CaseContent', CaseContent).describe('The blocks that somebody has written.'),
    reuse: z.strictObject({
      score: z.number().describe('Could another municipality start tomorrow? Points out of `of`.'),
      of: z.number(),
      points: z
        .array(z.strictObject({ criterion: z.string(), points: z.number(), of: z.number() }))
        .describe('What the points were given for.'),
      answer: z
        .enum(['tomorrow', 'some', 'not-yet'])
        .describe('Whether the process can be used again as it stands.'),
      next: z.string().nullable().describe('The criterion that would help most, of those not met.'),
    }),
    missing: z
      .array(z.enum(CASE_BLOCKS))
      .describe('What a case of its kind should tell, and this one does not yet.'),
    solutions: z.array(SolutionReference).describe('What came out of it.'),
  }),
)

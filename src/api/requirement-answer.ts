import { z } from 'zod'
import { REQUIREMENT_KINDS } from '#src/modules/catalogue/contract.ts'
import { named } from './components.ts'
import { pageOf } from './paging.ts'

export const RequirementAnswer = named(
  'Requirement',
  z.strictObject({
    id: z
      .string()
      .describe('The case and the words: it leads to the same words as long as the case has them.'),
    url: z.url().describe('The page of the case for people, in `lang`.'),
    self: z.url().describe('Its address in this API.'),
    kind: z.enum(REQUIREMENT_KINDS),
    kindLabel: z.string().describe('In `lang`.'),
    text: z.string(),
    language: z.string().describe('The language it is written in, ISO 639-1.'),
    strength: z.enum(['must', 'should']).nullable().describe('Of a functional requirement.'),
    measuredBy: z.string().nullable().describe('How it was tried.'),
    weight: z.string().nullable().describe('Of an award criterion, as it was written.'),
    case: z.string(),
    caseVersion: z.int(),
    caseTitle: z.string(),
    caseSelf: z.url().describe('The case in this API.'),
    year: z.int().nullable(),
    who: z.array(z.string()).describe('Who asked, by the names in the case.'),
    themes: z.array(z.string()).describe('Ids of themes.'),
    takenFrom: z
      .strictObject({ case: z.string(), version: z.int() })
      .nullable()
      .describe('Where they had it from.'),
  }),
)
export const RequirementsAnswer = named('RequirementPage', pageOf(RequirementAnswer))

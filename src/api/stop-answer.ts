import { z } from 'zod'
import { STEP_PHASES, STOP_REASONS } from '#src/modules/catalogue/contract.ts'
import { named } from './components.ts'
import { OrganisationReference } from './organisation-answer.ts'
import { pageOf } from './paging.ts'

export const StopAnswer = named(
  'Stop',
  z.strictObject({
    id: z.uuid(),
    url: z.url().describe('The page for people, in `lang`.'),
    self: z.url().describe('Its address in this API.'),
    title: z.string(),
    language: z.string().describe('The language it is written in, ISO 639-1.'),
    organisation: OrganisationReference.nullable().describe('Null for one that does not want to be named.'),
    reasons: z.array(
      z.strictObject({ code: z.enum(STOP_REASONS), label: z.string().describe('In `lang`.') }),
    ),
    happened: z.string(),
    wouldHaveHelped: z.string().nullable(),
    phase: z.enum(STEP_PHASES).nullable().describe('How far it had come.'),
    theme: z.string().nullable().describe('The id of a theme.'),
    year: z.int().nullable().describe('When it stopped.'),
    version: z.int(),
    correctedOn: z.iso.date().nullable().describe('When its words were last put right.'),
  }),
)
export const StopsAnswer = named('StopPage', pageOf(StopAnswer))

import { z } from 'zod'
import { CASE_KINDS } from '#src/modules/catalogue/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import {
  BOUGHT_FOR,
  INNOVATION_ASSESSMENTS,
  SEARCH_SORTS,
  SEARCH_TYPES,
} from '#src/modules/search/contract.ts'
import { oneOf, repeated, wholeNumber } from './parameters.ts'

const digits = (pattern: RegExp, problem: string) => z.string().regex(pattern, problem)

export const county = digits(/^\d{2}$/, 'must be a fylkesnummer, two digits such as 46')
export const municipality = digits(/^\d{4}$/, 'must be a kommunenummer, four digits such as 4601')
export const theme = digits(/^[a-z0-9-]{1,80}$/, 'must be the id of a theme; /themes lists them')
export const cpv = digits(
  /^(\d{2}|\d{8})$/,
  'must be a CPV code of two or eight digits, such as 72 or 72000000',
)
export const procedure = digits(/^[a-z-]{1,40}$/, 'must be a BT-105 code such as open or neg-w-call')
export const organisation = z
  .string()
  .refine((id) => OrganisationId.safeParse(id).success, 'must be the id of an organisation')
export const year = digits(/^\d{4}$/, 'must be a year of four digits, such as 2024')

/** What can be asked for; the same as on the page `/sok`, but here a bad value is told. */
export const searchParameters = {
  q: z
    .string()
    .trim()
    .max(2000, 'may be at most 2000 characters')
    .default('')
    .describe('A word, or a whole described need. Empty: everything.'),
  type: repeated(oneOf(SEARCH_TYPES)).describe('What to look for.'),
  kind: repeated(oneOf(CASE_KINDS)).describe('The kind of case: only some are procurements.'),
  theme: repeated(theme).describe('The id of a theme; what lies below it is found too.'),
  county: repeated(county).describe('Fylkesnummer: `46`.'),
  municipality: repeated(municipality).describe('Kommunenummer of today: `4601`.'),
  cpv: repeated(cpv).describe('Two digits (a division) or a whole CPV code.'),
  procedure: repeated(procedure).describe('Procedure type, code of BT-105.'),
  year: repeated(year).describe('Year of publication, or of a case.'),
  innovation: repeated(oneOf(INNOVATION_ASSESSMENTS)).describe('How far the notice speaks of innovation.'),
  joint: repeated(oneOf(['true', 'false'])).describe('Whether several buyers did it together.'),
  boughtFor: oneOf(BOUGHT_FOR)
    .default('named')
    .describe(
      '`too`: `municipality` and `county` also find notices that a joint body bought for them without naming them.',
    ),
  sort: oneOf(SEARCH_SORTS).default('relevance').describe('The order of the hits.'),
  limit: wholeNumber({ from: 1, to: 100 }).default(20).describe('How many hits.'),
  offset: wholeNumber({ from: 0, to: 100_000 }).default(0).describe('How many hits to pass by first.'),
}

import { z } from 'zod'
import {
  ACTS_FOR_SCOPES,
  LANGUAGE_FORMS,
  NAME_KINDS,
  OrganisationKind,
} from '#src/modules/organisations/contract.ts'
import { named } from './components.ts'
import { pageOf } from './paging.ts'

const Place = named('Place', z.strictObject({ number: z.string(), name: z.string() }))

const organisation = {
  id: z.uuid(),
  kind: OrganisationKind,
  name: z.string(),
  organisationNumber: z.string().nullable(),
}

export const OrganisationReference = named(
  'OrganisationReference',
  z.strictObject({
    ...organisation,
    municipalityNumber: z.string().nullable().describe('Kommunenummer of today.'),
    countyNumber: z.string().nullable().describe('Fylkesnummer of today.'),
  }),
)

export const OrganisationAnswer = named(
  'Organisation',
  z.strictObject({
    ...organisation,
    kindLabel: z.string(),
    municipality: Place.nullable().describe('The municipality it is, or belongs to.'),
    county: Place.nullable().describe('The county it is, or lies in.'),
    self: z.url().describe('Its address in this API.'),
    url: z.url().nullable().describe('The page for people, where it has one.'),
  }),
)
export const OrganisationsAnswer = named('OrganisationPage', pageOf(OrganisationAnswer))

const OtherName = named(
  'OtherName',
  z.strictObject({
    name: z.string(),
    kind: z.enum(NAME_KINDS).describe('`parallel` is official beside the name; `former` leads to it.'),
    language: z.string().nullable(),
  }),
)

const municipality = {
  number: z.string().describe('Kommunenummer.'),
  name: z.string(),
  organisationNumber: z.string().nullable(),
  county: Place,
  population: z
    .strictObject({ year: z.int(), count: z.int() })
    .describe('Inhabitants on 1 January, newest known.'),
  languageForm: z.enum(LANGUAGE_FORMS).describe('The form of Norwegian it demands in letters to it.'),
  centrality: z.strictObject({ class: z.int(), index: z.number() }).describe('SSB: 1 most central, 6 least.'),
  kostraGroup: z.string(),
  samiAdministrativeArea: z.boolean(),
  centroid: z.strictObject({ lon: z.number(), lat: z.number() }),
  self: z.url().describe('Its address in this API.'),
  url: z.url().describe('The page for people, in `lang`.'),
}

export const MunicipalitySummary = named('MunicipalitySummary', z.strictObject(municipality))
export const MunicipalitiesAnswer = named('MunicipalityPage', pageOf(MunicipalitySummary))

export const MunicipalityAnswer = named(
  'Municipality',
  z.strictObject({
    ...municipality,
    organisation: z.uuid().describe('Its id among the organisations.'),
    otherNames: z.array(OtherName),
    areaKm2: z.number(),
    populations: z.array(z.strictObject({ year: z.int(), count: z.int() })),
    smallDistrict: z.boolean().describe('Our own rule: fewer than 5 000 inhabitants and centrality 5 or 6.'),
    formerNumbers: z
      .array(
        z.strictObject({
          number: z.string(),
          name: z.string(),
          lastYear: z.int(),
          successors: z.array(z.string()).describe('More than one when it was split.'),
        }),
      )
      .describe('Numbers no longer in use that lead here, wholly or in part.'),
    neighbours: z
      .array(Place.extend({ kilometres: z.number() }))
      .describe('The nearest, by distance between the centroids.'),
    like: z.array(Place).describe('Those most like it in size, centrality and economy, wherever they lie.'),
    cooperations: z
      .array(
        z.strictObject({
          id: z.uuid(),
          name: z.string(),
          kind: OrganisationKind,
          scope: z
            .enum(ACTS_FOR_SCOPES)
            .describe('Buys for its members, or cooperates with them in other matters.'),
          host: z.boolean().describe('This municipality is its host.'),
          asOfYear: z.int().nullable().describe('The year the source speaks of.'),
          source: z.url().nullable(),
        }),
      )
      .describe('Bodies that act for it, where a source names it.'),
  }),
)

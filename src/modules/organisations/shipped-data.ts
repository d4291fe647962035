import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Fylkesnummer, Kommunenummer, LANGUAGE_FORMS, NAME_KINDS, OrganisationKind } from './contract.ts'
import { isOrganisasjonsnummer } from './organisasjonsnummer.ts'

const Organisasjonsnummer = z.string().refine(isOrganisasjonsnummer, 'fails MOD 11')

const OtherName = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(NAME_KINDS),
  language: z.string().nullable(),
})

const ShippedMunicipality = z.strictObject({
  kommunenummer: Kommunenummer,
  name: z.string(),
  officialName: z.string(),
  otherNames: z.array(OtherName),
  fylkesnummer: Fylkesnummer,
  organisasjonsnummer: Organisasjonsnummer.nullable(),
  population: z.record(z.string().regex(/^\d{4}$/), z.int().positive()),
  areaKm2: z.number().positive(),
  languageForm: z.enum(LANGUAGE_FORMS),
  centralityClass: z.int().min(1).max(6),
  centralityIndex: z.int(),
  kostraGroup: z.string(),
  samiAdministrativeArea: z.boolean(),
  centroid: z.tuple([z.number(), z.number()]),
})
export type ShippedMunicipality = z.infer<typeof ShippedMunicipality>

const ShippedCounty = z.strictObject({
  fylkesnummer: Fylkesnummer,
  name: z.string(),
  officialName: z.string(),
  organisasjonsnummer: Organisasjonsnummer.nullable(),
  otherNames: z.array(OtherName),
})
export type ShippedCounty = z.infer<typeof ShippedCounty>

const ShippedFormerMunicipality = z.strictObject({
  kommunenummer: Kommunenummer,
  name: z.string(),
  lastYear: z.int(),
  successors: z.array(Kommunenummer).min(1),
})

const ShippedFormerCounty = z.strictObject({
  fylkesnummer: Fylkesnummer,
  name: z.string(),
  lastYear: z.int(),
  organisasjonsnummer: Organisasjonsnummer.nullable(),
  successors: z.array(Fylkesnummer).min(1),
})

const Place = z.union([
  z.strictObject({ kommunenummer: Kommunenummer }),
  z.strictObject({ fylkesnummer: Fylkesnummer }),
])

const ShippedMember = z.strictObject({
  kommunenummer: Kommunenummer.optional(),
  fylkesnummer: Fylkesnummer.optional(),
  namedAs: z.array(z.string()).optional(),
  /** From and to when it is a member, where a source dates it; one who has left stays in the list with `validTo`. */
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
})
export type ShippedMember = z.infer<typeof ShippedMember>

const ShippedJointBody = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: OrganisationKind,
  name: z.string(),
  shortNames: z.array(z.string()),
  host: Place.nullable(),
  members: z.array(ShippedMember),
  asOfYear: z.int().nullable(),
  endedYear: z.int().nullable(),
  sourceUrl: z.url(),
  note: z.string().nullable(),
  buysForMembers: z.boolean(),
})
export type ShippedJointBody = z.infer<typeof ShippedJointBody>

export type ShippedData = {
  readonly municipalities: readonly ShippedMunicipality[]
  readonly counties: readonly ShippedCounty[]
  readonly formerMunicipalities: readonly z.infer<typeof ShippedFormerMunicipality>[]
  readonly formerCounties: readonly z.infer<typeof ShippedFormerCounty>[]
  readonly jointBodies: readonly ShippedJointBody[]
}

/** The register that ships with the program; it throws when a file does not hold what its README says. */
export function readShippedData(): ShippedData {
  return {
    municipalities: read('municipalities', ShippedMunicipality),
    counties: read('counties', ShippedCounty),
    formerMunicipalities: read('former-municipalities', ShippedFormerMunicipality),
    formerCounties: read('former-counties', ShippedFormerCounty),
    jointBodies: read('joint-bodies', ShippedJointBody),
  }
}

function read<Item>(file: string, schema: z.ZodType<Item>): readonly Item[] {
  const path = new URL(`../../../data/organisations/${file}.json`, import.meta.url)
  return z.array(schema).parse(JSON.parse(readFileSync(path, 'utf8')))
}

import { z } from 'zod'
import { Fylkesnummer, Kommunenummer, OrganisationKind } from '#src/modules/organisations/contract.ts'

export const PARTY_ROLES = [
  'lead',
  'host',
  'coordinator',
  'participant',
  'partner',
  'option',
  'invited',
  'follower',
] as const
export const PartyRole = z.enum(PARTY_ROLES)
export type PartyRole = z.infer<typeof PartyRole>

const name = z.string().trim().min(1).max(300)
const inMunicipality = z.strictObject({ kommunenummer: Kommunenummer })
const inCounty = z.strictObject({ fylkesnummer: Fylkesnummer })

/** How content points at an organisation: by its official number where it has one, else by name and kind. */
export const OrganisationReference = z.union([
  inMunicipality,
  inCounty,
  z.strictObject({
    organisation: z.strictObject({
      name,
      kind: OrganisationKind,
      organisasjonsnummer: z
        .string()
        .regex(/^[89]\d{8}$/)
        .optional(),
    }),
  }),
])
export type OrganisationReference = z.infer<typeof OrganisationReference>

/** The municipality or county that a municipal enterprise belongs to, or that unnamed municipalities lie in. */
export const Place = z.union([inMunicipality, inCounty])
export type Place = z.infer<typeof Place>

const named = {
  /** As the source writes it, also when the municipality has another name today. */
  name,
  /** Absent when we do not know which organisation the name stands for. */
  reference: OrganisationReference.optional(),
}

/** One who takes part in a case as contracting authority, or follows it. */
export const Party = z.strictObject({
  ...named,
  role: PartyRole,
  within: Place.optional(),
  /** How many the name stands for when it stands for several («20 andre kommuner»). */
  count: z.number().int().min(2).optional(),
})
export type Party = z.infer<typeof Party>

/** The role is in the words of the source («utviklingspartner»). */
export const CaseSupplier = z.strictObject({ ...named, role: name.optional() })
export type CaseSupplier = z.infer<typeof CaseSupplier>

/** One who has taken a solution into use. */
export const Adopter = z.strictObject({
  ...named,
  within: Place.optional(),
  fromYear: z.number().int().min(1990).max(2100).optional(),
})
export type Adopter = z.infer<typeof Adopter>

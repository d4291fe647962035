import { z } from 'zod'

export const OrganisationId = z.uuid().brand<'OrganisationId'>()
export type OrganisationId = z.infer<typeof OrganisationId>

/** Every kind of organisation there is; the words for them are messages, `organisations.kind.<kind>`. */
export const ORGANISATION_KINDS = [
  'municipality',
  'county',
  'state',
  'hospital-trust',
  'municipal-enterprise',
  'intermunicipal-company',
  'purchasing-cooperative',
  'host-cooperation',
  'task-community',
  'regional-council',
  'digital-network',
  'network',
  'support-body',
  'public-company',
  'supplier',
  'other',
] as const
export const OrganisationKind = z.enum(ORGANISATION_KINDS)
export type OrganisationKind = z.infer<typeof OrganisationKind>

export const Kommunenummer = z.string().regex(/^\d{4}$/)
export const Fylkesnummer = z.string().regex(/^\d{2}$/)

/** The language form a municipality demands in letters to it (`neutral` leaves it open). */
export const LANGUAGE_FORMS = ['nb', 'nn', 'neutral'] as const
export type LanguageForm = (typeof LANGUAGE_FORMS)[number]

/** What a name other than the current one is; `short` is what people write instead of the full name. */
export const NAME_KINDS = ['short', 'parallel', 'former'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** What a body does for its members: buys for them, or cooperates with them in other matters. */
export const ACTS_FOR_SCOPES = ['purchasing', 'cooperation'] as const
export type ActsForScope = (typeof ACTS_FOR_SCOPES)[number]

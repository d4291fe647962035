import { z } from 'zod'

export const PersonId = z.uuid().brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

/** Every role there is; the words for them are messages, `identity.role.<role>`. */
export const ROLES = [
  'reader',
  'contributor',
  'coordinator',
  'network-leader',
  'adviser',
  'curator',
  'supplier',
  'consultant',
  'administrator',
] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

/** Roles held for the platform and not for an organisation. */
export const SITE_ROLES = ['curator', 'administrator'] as const satisfies readonly Role[]

export const MEMBERSHIP_STATUSES = ['asked', 'active', 'refused', 'ended'] as const
export type MembershipStatus = (typeof MEMBERSHIP_STATUSES)[number]

/** What an API token may do; the person's own roles bound it as well. */
export const TOKEN_SCOPES = ['read', 'write'] as const
export const TokenScope = z.enum(TOKEN_SCOPES)
export type TokenScope = z.infer<typeof TokenScope>

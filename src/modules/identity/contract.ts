import { z } from 'zod'

export const PersonId = z.uuid().brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

/** What a person knows a session by, to end it; not what opens it. */
export const SessionId = z.uuid().brand<'SessionId'>()
export type SessionId = z.infer<typeof SessionId>

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

export const MembershipId = z.uuid().brand<'MembershipId'>()
export type MembershipId = z.infer<typeof MembershipId>

export const MandateId = z.uuid().brand<'MandateId'>()
export type MandateId = z.infer<typeof MandateId>

export const AdviserAccessId = z.uuid().brand<'AdviserAccessId'>()
export type AdviserAccessId = z.infer<typeof AdviserAccessId>

export const ApiTokenId = z.uuid().brand<'ApiTokenId'>()
export type ApiTokenId = z.infer<typeof ApiTokenId>

export const RemovalRequestId = z.uuid().brand<'RemovalRequestId'>()
export type RemovalRequestId = z.infer<typeof RemovalRequestId>

/** Everything of a kind that an organisation may open to an adviser; one thing is opened by its own id. */
export const ADVISER_SCOPES = ['drafts', 'stops', 'documents'] as const
export type AdviserScope = (typeof ADVISER_SCOPES)[number]

/** What came of a wish to have something about oneself taken away. */
export const REMOVAL_OUTCOMES = ['removed', 'partly', 'kept'] as const
export type RemovalOutcome = (typeof REMOVAL_OUTCOMES)[number]

/**
 * The people who sign in, for whom they act and with which roles, and the audit of what they did. Everything that
 * writes takes an `Actor`, which only this module can make, from memberships that hold today.
 */
export type { Actor } from './actor.ts'
export { findActor } from './find-actor.ts'
export type { Membership } from './membership.ts'
export { insertMembership, membershipsOf } from './memberships-repository.ts'
export { findPerson, insertPerson, type NewPerson, peopleWith } from './people-repository.ts'
export type { Person } from './person.ts'
export {
  hasOneOf,
  isAdministrator,
  isCurator,
  isPublicEmployee,
  mayContribute,
  mayContributeFor,
  mayPublishFor,
} from './policy.ts'
export { type AuditFact, recordAudit } from './record-audit.ts'

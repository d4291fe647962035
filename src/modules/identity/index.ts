/**
 * The people who sign in, for whom they act and with which roles, and the audit of what they did. Everything that
 * writes takes an `Actor`, which only this module can make, from memberships that hold today.
 */
export type { Actor } from './actor.ts'
export { type AdviserAccess, accessesOf } from './advisers/adviser-access-repository.ts'
export { type CloseToAdviserFailure, closeToAdviser } from './advisers/close-to-adviser.ts'
export {
  LONGEST_ACCESS_YEARS,
  type OpenToAdviser,
  type OpenToAdviserFailure,
  openToAdviser,
} from './advisers/open-to-adviser.ts'
export { type SeenByAdviser, seeAsAdviser, whatIsOpenTo } from './advisers/see-as-adviser.ts'
export type { AuditEntry, AuditFilter, AuditScope } from './audit/audit-entry.ts'
export {
  type AuditChoices,
  type AuditPage,
  auditChoices,
  auditEntries,
  auditPage,
} from './audit/audit-repository.ts'
export { nameSubjects, type SubjectName, type SubjectNames } from './audit/name-subjects.ts'
export { mayReadAudit } from './audit/policy.ts'
export { dayOf } from './day.ts'
export { DEMO_ISSUER, DEMO_PEOPLE, type DemoPerson, type DemoPlace } from './demo/demo-people.ts'
export { type DemoPersonView, listDemoPeople } from './demo/list-demo-people.ts'
export { retireDemoPeople } from './demo/retire-demo-people.ts'
export { demoPersonId, seedDemoPeople } from './demo/seed-demo-people.ts'
export { findActor } from './find-actor.ts'
export {
  JOINABLE,
  type JoinableRole,
  LONGEST_CONSULTANCY_YEARS,
  type RoleFacts,
  type RoleProblem,
  rolesIn,
} from './joining/ask-rules.ts'
export { type AskToJoin, type AskToJoinFailure, askToJoin } from './joining/ask-to-join.ts'
export { type ChangeRole, type ChangeRoleFailure, changeRole } from './joining/change-role.ts'
export {
  approveMembership,
  type DecideMembershipFailure,
  refuseMembership,
} from './joining/decide-membership.ts'
export { type EndMembershipFailure, endMembership } from './joining/end-membership.ts'
export { findToJoin, suggestByMail } from './joining/find-to-join.ts'
export { type GiveSiteRole, type GiveSiteRoleFailure, giveSiteRole } from './joining/give-site-role.ts'
export { type HandOver, type HandOverFailure, handOver } from './joining/hand-over.ts'
export { type LeaveFailure, leave } from './joining/leave.ts'
export { type DomainFit, domainFit } from './joining/mail-domain.ts'
export {
  type MakeAdministrator,
  type MakeAdministratorFailure,
  makeAdministrator,
} from './joining/make-administrator.ts'
export {
  advisers,
  asksForPlatform,
  asksIn,
  findMember,
  type Member,
  membersOf,
  rolesOf,
  siteMembers,
} from './joining/members.ts'
export { coordinates, maySeeMembers } from './joining/policy.ts'
export { type GiveMandate, type GiveMandateFailure, giveMandate } from './mandates/give-mandate.ts'
export { type Mandate, mandatesOf } from './mandates/mandates-repository.ts'
export { type WithdrawMandateFailure, withdrawMandate } from './mandates/withdraw-mandate.ts'
export type { Membership, SupplierClaim } from './membership.ts'
export { insertMembership, membershipsOf } from './memberships-repository.ts'
export {
  findPerson,
  findPersonByEmail,
  insertPerson,
  type NewPerson,
  organisationsWith,
  peopleWith,
} from './people-repository.ts'
export type { Person } from './person.ts'
export {
  hasOneOf,
  isAdministrator,
  isCurator,
  isPublicEmployee,
  mayContribute,
  mayContributeFor,
  mayPublishFor,
  readerOf,
} from './policy.ts'
export {
  type AnswerMail,
  postponeAnswerMail,
  settleAnswerMail,
  takeAnswerMail,
} from './privacy/answer-mails.ts'
export {
  type AskForRemoval,
  type AskForRemovalFailure,
  askForRemoval,
  LONGEST_PAGE,
  LONGEST_WISH,
} from './privacy/ask-for-removal.ts'
export { correctName } from './privacy/correct-name.ts'
export { type DecideRemoval, type DecideRemovalFailure, decideRemoval } from './privacy/decide-removal.ts'
export { followRemoval } from './privacy/follow-removal.ts'
export { gatherMyData, type MyData } from './privacy/gather-my-data.ts'
export { coordinatedAlone, type LeavePlatformFailure, leavePlatform } from './privacy/leave-platform.ts'
export {
  countWaitingRemovals,
  findRemovalRequest,
  listRemovalRequests,
  type RemovalDecision,
  type RemovalRequest,
} from './privacy/removal-requests-repository.ts'
export {
  DEAD_TOKEN_KEPT_DAYS,
  privacyTidying,
  REMOVAL_KEPT_DAYS,
  tidyPrivacy,
} from './privacy/tidy-privacy.ts'
export { type AuditFact, recordAudit } from './record-audit.ts'
export { beginSession } from './sessions/begin-session.ts'
export { chooseOrganisation } from './sessions/choose-organisation.ts'
export { deviceName } from './sessions/device-name.ts'
export { endAllSessions, endSession, endSessionOf, endSessionsAtProvider } from './sessions/end-session.ts'
export { findSession, listSessions, type SessionDeps } from './sessions/find-session.ts'
export {
  type ProviderSession,
  type Session,
  type SessionLimits,
  type SignedIn,
  sessionLimits,
} from './sessions/session.ts'
export { type BegunSignIn, beginSignIn, SIGN_IN_SECONDS } from './sign-in/begin-sign-in.ts'
export { type FinishedSignIn, finishSignIn, type SignInFailure } from './sign-in/finish-sign-in.ts'
export type { DemoDoor, IdentityProvider, ProviderFailure } from './sign-in/identity-provider.ts'
export { hasDemoPeople, openIdentityProvider } from './sign-in/open-identity-provider.ts'
export { pruneSignIns, signInPruning } from './sign-in/prune-sign-ins.ts'
export { ownPath } from './sign-in/return-to.ts'
export { openIdToken } from './sign-in/seal-id-token.ts'
export {
  isAwaited,
  LONGEST_NAME,
  NEWCOMER_SECONDS,
  type WelcomeFailure,
  welcomeNewcomer,
} from './sign-in/welcome-newcomer.ts'
export { isPublic } from './standing.ts'
export { actorOfToken, type TokenActor } from './tokens/actor-of-token.ts'
export {
  LONGEST_TOKEN_DAYS,
  type MadeApiToken,
  type MakeApiToken,
  type MakeApiTokenFailure,
  MOST_TOKENS,
  makeApiToken,
} from './tokens/make-api-token.ts'
export { type RevokeApiTokenFailure, revokeApiToken } from './tokens/revoke-api-token.ts'
export { type ApiToken, tokensFor, tokensOf } from './tokens/tokens-repository.ts'

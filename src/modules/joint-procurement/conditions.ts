import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Condition, ParticipantStanding } from './contract.ts'
import { buyers, carriers, isWhole, type JointProcurement, type Participant } from './joint-procurement.ts'

/** What the life of a joint procurement is judged by, beside the procurement itself. */
export type Surroundings = {
  readonly today: Temporal.PlainDate
  /** Those for whom the check before publication is passed in this round. */
  readonly passed: ReadonlySet<OrganisationId>
  /** Whether the market dialogue of the demand has a published summary. */
  readonly dialogueSummary: boolean
  readonly signedContracts: number
  /** Those who have it in use, or have told why not. */
  readonly rolledOut: ReadonlySet<OrganisationId>
  readonly measured: boolean
}

export type Life = { readonly joint: JointProcurement; readonly around: Surroundings }

/** Those whose turn it is before the condition holds; nobody when it does. */
type Judge = (life: Life) => readonly OrganisationId[]

const theLead =
  (holds: (life: Life) => boolean): Judge =>
  (life) =>
    holds(life) ? [] : [life.joint.lead]

const each =
  (holds: (participant: Participant, life: Life) => boolean): Judge =>
  (life) =>
    buyers(life.joint)
      .filter((participant) => !holds(participant, life))
      .map(({ organisation }) => organisation)

const told = (words: string) => words !== ''

/** A lead or host acts by itself; everybody else lets one of them. */
export function needsMandate({ role }: Pick<Participant, 'role'>): boolean {
  return role !== 'lead' && role !== 'host'
}

export function isAnchored({ anchoring }: ParticipantStanding, today: Temporal.PlainDate): boolean {
  return anchoring?.decidedOn != null && isReached(anchoring.decidedOn, today)
}

function isReached(day: string | null, today: Temporal.PlainDate): boolean {
  return day !== null && Temporal.PlainDate.compare(day, today) <= 0
}

const JUDGES: Readonly<Record<Condition, Judge>> = {
  several: theLead(({ joint }) => buyers(joint).length >= 2),
  purpose: theLead(({ joint }) => told(joint.facts.purpose)),
  intents: each(({ standing }) => standing.intent !== null),
  strategy: theLead(({ joint }) => told(joint.facts.strategy)),
  estimate: theLead(({ joint: { facts } }) => {
    const { estimate, maximum } = facts
    return estimate !== null && estimate > 0 && maximum !== null && maximum >= estimate
  }),
  anchored: each(({ standing }, { around }) => isAnchored(standing, around.today)),
  agreed: theLead(
    ({ joint: { facts } }) => facts.costKey !== null && told(facts.agreementWords) && told(facts.exitTerms),
  ),
  costShares: (life) => {
    if (life.joint.facts.costKey !== 'agreed') return []
    const all = carriers(life.joint)
    const silent = all.filter(({ standing }) => standing.costShare === null)
    if (silent.length > 0) return silent.map(({ organisation }) => organisation)
    const sum = all.reduce((total, { standing }) => total + (standing.costShare ?? 0), 0)
    return isWhole(sum) ? [] : [life.joint.lead]
  },
  mandates: each((participant) => !needsMandate(participant) || participant.standing.mandate !== null),
  dialogueSummary: theLead(
    ({ joint: { facts }, around }) =>
      around.dialogueSummary ||
      (isReached(facts.dialogueSummaryOn, around.today) && facts.dialogueSummaryUrl !== null),
  ),
  requirementsWritten: theLead(({ joint }) => joint.facts.requirementsUrl !== null),
  requirementsApproved: each(({ standing }) => standing.requirementsApprovedOn !== null),
  signers: each(({ standing }) => standing.signer !== null),
  answered: ({ joint }) =>
    joint.participants.filter(({ status }) => status === 'invited').map(({ organisation }) => organisation),
  gatePassed: each(({ organisation }, { around }) => around.passed.has(organisation)),
  noticeKnown: theLead(
    ({ joint: { facts }, around }) => told(facts.notice) && isReached(facts.publishedOn, around.today),
  ),
  awarded: theLead(({ joint, around }) => isReached(joint.facts.awardedOn, around.today)),
  standstillOver: theLead(
    ({ joint: { facts }, around }) =>
      facts.standstillUntil !== null && Temporal.PlainDate.compare(facts.standstillUntil, around.today) < 0,
  ),
  complaintSettled: theLead(
    ({ joint: { facts }, around }) =>
      !told(facts.complaint) || isReached(facts.complaintSettledOn, around.today),
  ),
  contractSigned: theLead(({ around }) => around.signedContracts > 0),
  followUpAgreed: theLead(({ joint }) => joint.facts.followUpMonths !== null),
  rolledOut: each(({ organisation }, { around }) => around.rolledOut.has(organisation)),
  measured: theLead(({ around }) => around.measured),
  shared: theLead(({ joint }) => joint.caseId !== null || joint.draft !== null),
}

/** Those whose turn it is before the condition holds; nobody when it does. */
export function waitsFor(condition: Condition, life: Life): readonly OrganisationId[] {
  return JUDGES[condition](life)
}

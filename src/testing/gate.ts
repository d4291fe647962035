import type { Actor } from '#src/modules/identity/index.ts'
import type { ParticipantStanding, ProcurementFacts } from '#src/modules/joint-procurement/contract.ts'
import { type Gate, type JointProcurement, loadGate } from '#src/modules/joint-procurement/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { aProcurement } from './joint-procurement.ts'
import { aPerson } from './people.ts'
import { municipalityId } from './sharing.ts'

export const gateAt = new Date('2026-11-22T10:41:00Z')
const now = () => gateAt

/** All that can be told of what is common before the check. */
export const READY_FACTS: Partial<ProcurementFacts> = {
  estimate: 8_000_000,
  maximum: 12_000_000,
  costKey: 'inhabitants',
  agreementWords: 'Bodø leder og fører regnskap.',
  exitTerms: 'Tre måneders varsel; påløpte kostnader dekkes.',
  dialogueSummaryOn: '2026-11-10',
  dialogueSummaryUrl: 'https://example.org/oppsummering',
  independence: 'Ingen i arbeidsgruppa har interesser hos leverandører.',
  archiveReference: '26/1234',
  publishOn: '2026-12-01',
}

/** A participant that has done all it must before the check. */
export const READY_STANDING = {
  anchoring: {
    body: 'committee',
    meetingOn: null,
    decidedOn: '2026-09-17',
    delegation: 'Delegeringsreglementet punkt 4.2',
    documentUrl: null,
    archiveReference: '26/77',
  },
  mandate: {
    signedBy: 'Kari Nordmann',
    title: 'Kommunedirektør',
    authority: 'Kommunestyrets vedtak 26/77',
    signedOn: '2026-09-20',
    documentUrl: null,
    archiveReference: '26/78',
  },
  volume: { amount: 40, unit: 'boliger' },
  signer: 'self',
  requirementsApprovedOn: '2026-11-12',
  independenceOn: '2026-11-12',
} satisfies Partial<ParticipantStanding>

export type ReadyGate = {
  readonly joint: JointProcurement
  readonly bodo: OrganisationId
  readonly royrvik: OrganisationId
  readonly lead: Actor
  readonly other: Actor
}

/** Bodø and Røyrvik at the check with everything in place, but for what the test says otherwise. */
export async function aReadyGate(
  db: Database,
  { facts, standing }: { facts?: Partial<ProcurementFacts>; standing?: Partial<ParticipantStanding> } = {},
): Promise<ReadyGate> {
  const [bodo, royrvik] = [await municipalityId(db, '1804'), await municipalityId(db, '5043')]
  const lead = await aPerson(db, { organisation: bodo, roles: ['coordinator'], at: gateAt })
  const other = await aPerson(db, { organisation: royrvik, roles: ['coordinator'], at: gateAt })
  const joint = await aProcurement(db, {
    lead: bodo,
    by: lead.personId,
    step: 'gate',
    lockedAt: new Date('2026-11-15T09:00:00Z'),
    facts: { ...READY_FACTS, ...facts },
    leadStanding: READY_STANDING,
    others: [{ organisation: royrvik, standing: { ...READY_STANDING, ...standing } }],
  })
  return { joint, bodo, royrvik, lead, other }
}

export async function gateOf(db: Database, joint: JointProcurement): Promise<Gate> {
  return loadGate({ db, now }, joint)
}

/** What an authorised person fills in who has seen the check as it stands. */
export function passing({ digest }: Pick<Gate, 'digest'>) {
  return { title: 'Kommunedirektør', authority: 'Delegeringsreglementet punkt 4.2', digest, judged: true }
}

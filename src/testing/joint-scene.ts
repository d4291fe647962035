import type { Actor } from '#src/modules/identity/index.ts'
import { type ParticipantStanding, STANDING_FORMS } from '#src/modules/joint-procurement/contract.ts'
import { findProcurement, type JointProcurement } from '#src/modules/joint-procurement/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { aProcurement } from './joint-procurement.ts'
import { aPerson } from './people.ts'
import { municipalityId } from './sharing.ts'

export const at = new Date('2026-11-22T09:00:00Z')
export const now = () => at

/** Bodø, which leads, with a coordinator and one who writes; the coordinators of Røyrvik and of Voss. */
export async function jointScene(db: Database) {
  const [bodo, royrvik, voss] = await Promise.all(
    ['1804', '5043', '4621'].map((one) => municipalityId(db, one)),
  )
  if (!bodo || !royrvik || !voss) throw new Error('The municipalities are not there')
  const person = (organisation: OrganisationId, role: 'coordinator' | 'contributor') =>
    aPerson(db, { organisation, roles: [role], at })
  return {
    ...{ bodo, royrvik, voss },
    lead: await person(bodo, 'coordinator'),
    writer: await person(bodo, 'contributor'),
    small: await person(royrvik, 'coordinator'),
    stranger: await person(voss, 'coordinator'),
  }
}

export async function reread(db: Database, { id }: Pick<JointProcurement, 'id'>): Promise<JointProcurement> {
  const found = await findProcurement(db, id)
  if (!found) throw new Error('It is gone')
  return found
}

export function participant(joint: JointProcurement, organisation: OrganisationId) {
  const found = joint.participants.find((one) => one.organisation === organisation)
  if (!found) throw new Error('It does not take part')
  return found
}

export function must<Value>(result: { ok: true; value: Value } | { ok: false; failure: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

/** All there is to tell of oneself before the check. */
export const ALL_TOLD: Partial<ParticipantStanding> = {
  intent: { on: '2026-11-02', words: '' },
  anchoring: STANDING_FORMS.anchoring.parse({
    ...{ body: 'council', meetingOn: '', decidedOn: '2026-11-05' },
    ...{ delegation: '', documentUrl: '', archiveReference: '' },
  }),
  mandate: STANDING_FORMS.mandate.parse({
    ...{ signedBy: 'A', title: 'B', authority: 'C', signedOn: '2026-11-06' },
    ...{ documentUrl: '', archiveReference: '' },
  }),
  signer: 'self',
  requirementsApprovedOn: '2026-11-10',
}

/** Two who have told all there is to tell, about to be checked. */
export async function readyForTheGate(
  db: Database,
  { bodo, royrvik, lead }: Awaited<ReturnType<typeof jointScene>>,
) {
  return aProcurement(db, {
    lead: bodo,
    by: lead.personId,
    step: 'requirements',
    leadStanding: ALL_TOLD,
    others: [{ organisation: royrvik, standing: ALL_TOLD }],
    facts: {
      strategy: 'Sammen',
      estimate: 4_000_000,
      maximum: 6_000_000,
      costKey: 'equal',
      agreementWords: 'Slik',
      exitTerms: 'Slik',
      dialogueSummaryOn: '2026-11-08',
      dialogueSummaryUrl: 'https://example.no/dialog',
      requirementsUrl: 'https://example.no/krav',
    },
  })
}

/** Notes that the check is passed, whatever it says. */
export async function notePassed(db: Database, joint: JointProcurement, who: Actor): Promise<void> {
  await db
    .insertInto('gate_pass')
    .values({
      procurement_id: joint.id,
      round: joint.gateRound,
      organisation_id: who.organisation ?? '',
      passed_by: who.personId,
      title: 'Kommunedirektør',
      authority: 'Delegering',
      digest: '0'.repeat(64),
      passed_at: at,
    })
    .execute()
}

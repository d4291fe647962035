import type { PersonId } from '#src/modules/identity/contract.ts'
import {
  type ParticipantRole,
  ParticipantStanding,
  ProcurementFacts,
  ProcurementId,
} from '#src/modules/joint-procurement/contract.ts'
import type { JointProcurement, Participant } from '#src/modules/joint-procurement/index.ts'
import {
  insertParticipant,
  insertProcurement,
  insertStep,
  saveProcurement,
} from '#src/modules/joint-procurement/procurements-repository.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'

type Member = {
  readonly organisation: OrganisationId
  readonly role?: ParticipantRole
  readonly status?: Participant['status']
  readonly standing?: Partial<ParticipantStanding>
}

type Example = Partial<Omit<JointProcurement, 'facts' | 'participants'>> & {
  readonly lead: OrganisationId
  readonly by: PersonId
  readonly facts?: Partial<ProcurementFacts>
  /** Those beside the lead. */
  readonly others?: readonly Member[]
  readonly leadStanding?: Partial<ParticipantStanding>
}

/** A joint procurement in the database, with its lead and the others as those who want to take part. */
export async function aProcurement(
  db: Database,
  { by, facts, others = [], leadStanding = {}, ...example }: Example,
): Promise<JointProcurement> {
  const at = new Date('2026-11-01T09:00:00Z')
  const step = example.step ?? 'group'
  const one: JointProcurement = {
    id: ProcurementId.parse(newId()),
    title: 'Digitalt tilsyn i Namdalen',
    path: 'joint-framework',
    ended: null,
    demand: null,
    audience: 'public-employees',
    version: 1,
    gateRound: 1,
    lockedAt: null,
    caseId: null,
    draft: null,
    begunAt: at,
    changedAt: at,
    ...example,
    step,
    facts: ProcurementFacts.parse({ purpose: 'Tryggere netter med færre besøk', ...facts }),
    participants: [
      aParticipant({ organisation: example.lead, role: 'lead', standing: leadStanding }, at),
      ...others.map((other) => aParticipant(other, at)),
    ],
    steps: [{ step, on: Temporal.PlainDate.from('2026-11-01'), reason: null, takenFor: example.lead }],
  }
  await insertProcurement(db, one, { by })
  for (const participant of one.participants) await insertParticipant(db, one.id, participant)
  for (const [position, taken] of one.steps.entries())
    await insertStep(db, one.id, { step: taken, position, by, at })
  return closed(db, one)
}

/** What a new one never is: with a closed list, ended, or become a case. */
async function closed(db: Database, one: JointProcurement): Promise<JointProcurement> {
  if (!(one.lockedAt || one.ended || one.caseId || one.draft)) return one
  if (!(await saveProcurement(db, one))) throw new Error('The example was saved meanwhile')
  return { ...one, version: one.version + 1 }
}

function aParticipant(
  { organisation, role = 'participant', status = 'interested', standing = {} }: Member,
  at: Date,
): Participant {
  return {
    organisation,
    role,
    status,
    standing: ParticipantStanding.parse(standing),
    version: 1,
    joinedAt: at,
    decidedAt: status === 'invited' ? null : at,
  }
}

import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/index.ts'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { ParticipantStanding, type ProcurementId } from './contract.ts'
import { findProcurement, inviteParticipant, takeStep } from './index.ts'
import { insertParticipant, saveProcurement } from './procurements-repository.ts'

const at = new Date('2026-11-22T10:41:00Z')
const now = () => at

const TOLD: Partial<ParticipantStanding> = ParticipantStanding.parse({
  intent: { on: '2026-11-02', words: '' },
  anchoring: { body: 'council', decidedOn: '2026-11-05' },
  mandate: { signedBy: 'A', title: 'B', authority: 'C', signedOn: '2026-11-06' },
  signer: 'self',
  requirementsApprovedOn: '2026-11-10',
})

async function scene(db: Database) {
  await seedOrganisations(db, { now })
  const [bodo, royrvik] = [await municipalityId(db, '1804'), await municipalityId(db, '5043')]
  const lead = await aPerson(db, { organisation: bodo, roles: ['coordinator'], at })
  const joint = await aProcurement(db, {
    lead: bodo,
    by: lead.personId,
    step: 'requirements',
    leadStanding: TOLD,
    others: [{ organisation: royrvik, standing: TOLD }],
    facts: {
      ...{ strategy: 'Sammen', estimate: 4_000_000, maximum: 6_000_000, costKey: 'equal' },
      ...{ agreementWords: 'Slik', exitTerms: 'Slik', requirementsUrl: 'https://example.no/krav' },
      ...{ dialogueSummaryOn: '2026-11-08', dialogueSummaryUrl: 'https://example.no/dialog' },
    },
  })
  return { lead, joint, voss: await municipalityId(db, '4621') }
}

const close = (db: Database, lead: Actor, id: ProcurementId) =>
  takeStep({ db, now }, lead, { id, form: { to: 'gate', on: '2026-11-22', reason: '' } })

test('when one invites while another closes the list, either the guest is in and it stays open, or nobody came in', () =>
  withOwnDatabase(async (db) => {
    for (let round = 0; round < 6; round += 1) {
      const { lead, joint, voss } = await scene(db)
      const invite = () =>
        inviteParticipant({ db, now }, lead, { id: joint.id, organisation: voss, role: 'participant' })
      const works =
        round % 2 === 0 ? [invite(), close(db, lead, joint.id)] : [close(db, lead, joint.id), invite()]
      const answers = await Promise.all(works)
      const after = await findProcurement(db, joint.id)
      const isIn = after?.participants.some(({ organisation }) => organisation === voss)
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
      // An invitation that nobody has answered stands in the way of closing.
      expect(isIn).toBe(after?.lockedAt === null)
    }
  }))

test('a row written beside the commands waits for the lock, and does not come into a closed list', () =>
  withOwnDatabase(async (db) => {
    const { joint, voss } = await scene(db)
    const guest = {
      organisation: voss,
      role: 'participant',
      status: 'invited',
      standing: ParticipantStanding.parse({}),
      version: 1,
      joinedAt: at,
      decidedAt: null,
    } as const
    const closing = Promise.withResolvers<void>()
    const closed = db.transaction().execute(async (tx) => {
      await saveProcurement(tx, { ...joint, lockedAt: at })
      closing.resolve()
      await new Promise((resolve) => setTimeout(resolve, 200))
    })
    await closing.promise
    const written = await insertParticipant(db, joint.id, guest)
    await closed
    expect(written).toBe(false)
    const after = await findProcurement(db, joint.id)
    expect(after?.participants.map(({ organisation }) => organisation)).not.toContain(voss)
  }))

test('eight who close the list at once close it once', () =>
  withOwnDatabase(async (db) => {
    const { lead, joint } = await scene(db)
    const answers = await Promise.all(Array.from({ length: 8 }, () => close(db, lead, joint.id)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    const after = await findProcurement(db, joint.id)
    expect(after?.steps.filter(({ step }) => step === 'gate')).toHaveLength(1)
  }))

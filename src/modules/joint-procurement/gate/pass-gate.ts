import { type Actor, dayOf } from '#src/modules/identity/index.ts'
import {
  type Changing,
  type Context,
  changeProcurement,
  keep,
  type NotOpen,
  note,
} from '#src/modules/joint-procurement/changing.ts'
import type { ProcurementId, Step } from '#src/modules/joint-procurement/contract.ts'
import { buyers } from '#src/modules/joint-procurement/joint-procurement.ts'
import { isPublished, nextStep } from '#src/modules/joint-procurement/life.ts'
import { insertStep } from '#src/modules/joint-procurement/procurements-repository.ts'
import { closeDialogueOf } from '#src/modules/needs/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { PassForm } from './contract.ts'
import { type GatePoint, letsThrough } from './gate-point.ts'
import { type GatePass, insertPass } from './gate-repository.ts'
import { type Gate, loadGate } from './load-gate.ts'
import { mayPass } from './policy.ts'

export type PassGate = {
  readonly id: ProcurementId
  readonly organisation: OrganisationId
  readonly form: PassForm
}

export type PassGateFailure =
  | NotOpen
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'notABuyer' }
  | { readonly kind: 'wrongStep'; readonly step: Step }
  /** Everybody has passed it, and the participants are locked. */
  | { readonly kind: 'locked' }
  /** Something was changed since the page was shown; it must be looked at again. */
  | { readonly kind: 'changedMeanwhile' }
  | { readonly kind: 'pointsMissing'; readonly points: readonly GatePoint[] }
  | { readonly kind: 'notJudged' }
  | { readonly kind: 'passedBefore' }

export type Passed = { readonly locked: boolean; readonly waiting: readonly OrganisationId[] }

/**
 * Passes the check before publication for one organisation, by somebody who says with which authority. What is passed is
 * a digest of all that was seen: a pass of something else begins a new round, and those of the round before no longer
 * count. With the last of them the participants are locked and the group goes on, in the same transaction.
 *
 * Everything that is passed is changed under the lock on the procurement, which is held here until the end. So of two who
 * pass at once the second sees the first, and exactly one of them locks.
 */
export function passGate(
  context: Context,
  actor: Actor,
  { id, organisation, form }: PassGate,
): Promise<Result<Passed, PassGateFailure>> {
  return changeProcurement(context, actor, {
    id,
    work: async (changing): Promise<Result<Passed, PassGateFailure>> => {
      const { tx, joint, at } = changing
      const gate = await loadGate({ db: tx, now: () => at }, joint)
      const refused = refusal(gate, actor, { organisation, form })
      if (refused) return fail(refused)
      const { title, authority, digest } = form
      const round = joint.gateRound + (gate.outdated.length > 0 ? 1 : 0)
      const pass: GatePass = { organisation, round, title, authority, digest, at }
      await insertPass(tx, id, { pass, by: actor.personId })
      const waiting = gate.waiting.filter((one) => one !== organisation)
      await notePass(changing, actor, { gate, pass, waiting })
      if (waiting.length === 0) await lock(changing, actor, round)
      else if (round !== joint.gateRound) await keep(tx, { ...joint, gateRound: round })
      return ok({ locked: waiting.length === 0, waiting })
    },
  })
}

function refusal(
  { procurement, points, digest, waiting }: Gate,
  actor: Actor,
  { organisation, form }: Omit<PassGate, 'id'>,
): PassGateFailure | null {
  if (!mayPass(actor, organisation)) return { kind: 'notAllowed' }
  if (!buyers(procurement).some((one) => one.organisation === organisation)) return { kind: 'notABuyer' }
  if (isPublished(procurement)) return { kind: 'locked' }
  if (procurement.step !== 'gate') return { kind: 'wrongStep', step: procurement.step }
  if (form.digest !== digest) return { kind: 'changedMeanwhile' }
  const missing = points.filter((point) => !letsThrough(point))
  if (missing.length > 0) return { kind: 'pointsMissing', points: missing }
  if (!form.judged && points.some(({ state }) => state === 'judge')) return { kind: 'notJudged' }
  return waiting.includes(organisation) ? null : { kind: 'passedBefore' }
}

type Noted = {
  readonly gate: Gate
  readonly pass: GatePass
  readonly waiting: readonly OrganisationId[]
}

/** Only the first of a round tells the others that it waits for them; the rest would be mail for nothing. */
function notePass(changing: Changing, actor: Actor, { gate, pass, waiting }: Noted): Promise<void> {
  const { organisation, round, digest } = pass
  const judged = gate.points.filter(({ state }) => state === 'judge').map((point) => point.id)
  const opensRound = gate.passes.length === 0
  const details = { round, digest, judged, opensRound, waiting: [...waiting] }
  const action = 'joint.gate-passed'
  return note(changing, actor, { action, organisation, details, telling: action })
}

async function lock(changing: Changing, actor: Actor, round: number): Promise<void> {
  const { tx, joint, at } = changing
  const step = nextStep(joint)
  if (step === 'closed') throw new Error(`Nothing comes after the gate of ${joint.path}`)
  await keep(tx, { ...joint, step, gateRound: round, lockedAt: at, changedAt: at })
  const taken = { step, on: Temporal.PlainDate.from(dayOf(at)), reason: null, takenFor: joint.lead }
  await insertStep(tx, joint.id, { step: taken, position: joint.steps.length, by: actor.personId, at })
  // What is asked for is settled: from here suppliers answer in the competition, and all at once.
  if (joint.demand) await closeDialogueOf(tx, actor, { id: joint.demand, at })
  const action = 'joint.locked'
  const details = { round, to: step }
  await note(changing, actor, { action, organisation: joint.lead, details, telling: action })
}

import { isDeepStrictEqual } from 'node:util'
import { type Actor, dayOf } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import {
  type Changing,
  type Context,
  changeProcurement,
  keep,
  type NotOpen,
  note,
  withNewRound,
} from './changing.ts'
import type { ParticipantStanding, ProcurementId } from './contract.ts'
import type { Participant } from './joint-procurement.ts'
import { isPublished } from './life.ts'
import { mayBind, mayWriteFor } from './policy.ts'
import { saveParticipant, touchProcurement } from './procurements-repository.ts'

export type SaveStandingFailure =
  | NotOpen
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'notTakingPart' }
  | { readonly kind: 'changedMeanwhile' }
  /** What the notice says of it stands. */
  | { readonly kind: 'published'; readonly field: string }
  /** What is told as done has been done. */
  | { readonly kind: 'inFuture'; readonly field: string }

export type SaveStanding = {
  readonly id: ProcurementId
  readonly organisation: OrganisationId
  /** The version of the participant it was read at. */
  readonly from: number
  readonly standing: Partial<ParticipantStanding>
}

/** What is said on behalf of the organisation as a whole, and not only written for it. */
const BINDING = ['intent', 'anchoring', 'mandate', 'requirementsApprovedOn', 'independenceOn'] as const

/**
 * What stands when it has been published, by the field it is told in: what each passed the check with, and what the notice
 * says of it. A last day for an option that could be moved would let somebody in later.
 */
const STANDS = {
  optionUntil: 'optionUntil',
  organisationNumber: 'organisationNumber',
  anchoring: 'decidedOn',
  mandate: 'signedOn',
  requirementsApprovedOn: 'requirementsApprovedOn',
  independenceOn: 'independenceOn',
} as const satisfies Partial<Record<keyof ParticipantStanding, string>>

/**
 * A participant tells how far it has come: intent, anchoring, mandate, cost share, who signs. Each tells of itself, the lead
 * too; what binds is for the coordinator. Before publication a change begins the check anew where somebody has passed it.
 */
export function saveStanding(
  context: Context,
  actor: Actor,
  { id, organisation, from, standing }: SaveStanding,
): Promise<Result<Participant, SaveStandingFailure>> {
  return changeProcurement(context, actor, {
    id,
    work: async (changing): Promise<Result<Participant, SaveStandingFailure>> => {
      const { joint, at } = changing
      const binds = BINDING.some((field) => field in standing)
      if (!(binds ? mayBind : mayWriteFor)(actor, organisation)) return fail({ kind: 'notAllowed' })
      const one = joint.participants.find((participant) => participant.organisation === organisation)
      if (one?.status !== 'interested') return fail({ kind: 'notTakingPart' })
      if (one.version !== from) return fail({ kind: 'changedMeanwhile' })
      const frozen = isPublished(joint) ? changedOfWhatStands(one.standing, standing) : null
      if (frozen) return fail({ kind: 'published', field: frozen })
      const field = aheadOf(standing, dayOf(at))
      if (field) return fail({ kind: 'inFuture', field })
      // What changes nothing begins the check anew for nobody.
      if (isDeepStrictEqual({ ...one.standing, ...standing }, one.standing)) return ok(one)
      return ok(await save(changing, actor, { one, standing }))
    },
  })
}

function changedOfWhatStands(before: ParticipantStanding, told: Partial<ParticipantStanding>): string | null {
  const changed = (Object.keys(STANDS) as (keyof typeof STANDS)[]).find(
    (each) => each in told && !isDeepStrictEqual(told[each], before[each]),
  )
  return changed ? STANDS[changed] : null
}

type Saved = { readonly one: Participant; readonly standing: Partial<ParticipantStanding> }

async function save(changing: Changing, actor: Actor, { one, standing }: Saved): Promise<Participant> {
  const { tx, joint, at } = changing
  const { organisation } = one
  const told: Participant = { ...one, standing: { ...one.standing, ...standing } }
  if (!(await saveParticipant(tx, joint.id, told)))
    throw new Error(`${organisation} was saved in ${joint.id} while it was locked`)
  const round = await withNewRound(tx, joint)
  // What each tells of itself is no change of what is common: whoever writes that is not in the way of it.
  if (round === joint) await touchProcurement(tx, joint.id, at)
  else await keep(tx, { ...round, changedAt: at })
  const details = { told: Object.keys(standing) }
  await note(changing, actor, { action: 'joint.standing-told', organisation, details })
  return { ...told, version: told.version + 1 }
}

/** The first thing that is told as done on a day that has not been. */
function aheadOf(standing: Partial<ParticipantStanding>, today: string): string | null {
  const { intent, anchoring, mandate, requirementsApprovedOn, independenceOn } = standing
  const days: readonly (readonly [string, string | null | undefined])[] = [
    ['on', intent?.on],
    ['decidedOn', anchoring?.decidedOn],
    ['signedOn', mandate?.signedOn],
    ['requirementsApprovedOn', requirementsApprovedOn],
    ['independenceOn', independenceOn],
  ]
  return days.find(([, day]) => day && day > today)?.[0] ?? null
}

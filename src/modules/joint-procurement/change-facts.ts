import type { Actor } from '#src/modules/identity/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type Context, changeProcurement, keep, type NotOpen, note, withNewRound } from './changing.ts'
import type { ProcurementAudience, ProcurementFacts, ProcurementId } from './contract.ts'
import type { JointProcurement } from './joint-procurement.ts'
import { isPublished } from './life.ts'
import { mayBind, mayLead } from './policy.ts'
import { type CompetitionFact, type OpenFact, openFacts } from './procurement-facts.ts'

export type ChangedFacts = Partial<Omit<ProcurementFacts, 'proposedLead' | CompetitionFact>>

export type ChangeFacts = {
  readonly id: ProcurementId
  /** The version it was read at: whoever saved since then is not overwritten. */
  readonly from: number
  readonly title?: string
  readonly audience?: ProcurementAudience
  readonly facts: ChangedFacts
}

export type ChangeFactsFailure =
  | NotOpen
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'changedMeanwhile' }
  /** What the market has been told stands. */
  | { readonly kind: 'published'; readonly facts: readonly string[] }

/**
 * Changes what is common. After publication only what is no part of the competition can be told; before it a change begins
 * the check anew where somebody has passed it.
 */
export function changeFacts(
  context: Context,
  actor: Actor,
  { id, from, facts, ...names }: ChangeFacts,
): Promise<Result<JointProcurement, ChangeFactsFailure>> {
  return changeProcurement(context, actor, {
    id,
    work: async (changing): Promise<Result<JointProcurement, ChangeFactsFailure>> => {
      const { tx, joint, at } = changing
      if (!mayLead(actor, joint)) return fail({ kind: 'notAllowed' })
      const { title = joint.title, audience = joint.audience } = names
      // What goes to more readers than before is for the coordinator.
      if (isWider(audience, joint.audience) && !mayBind(actor, joint.lead))
        return fail({ kind: 'notAllowed' })
      if (joint.version !== from) return fail({ kind: 'changedMeanwhile' })
      const changed = changedFacts(joint.facts, facts)
      const named = title === joint.title ? [] : ['title']
      if (changed.length + named.length === 0 && audience === joint.audience) return ok(joint)
      const frozen = isPublished(joint)
        ? [...named, ...changed.filter((fact) => !openFacts.has(fact as OpenFact))]
        : []
      if (frozen.length > 0) return fail({ kind: 'published', facts: frozen })
      const next = { ...joint, title, audience, facts: { ...joint.facts, ...facts }, changedAt: at }
      const saved = await keep(tx, await withNewRound(tx, next))
      const details = { changed: [...named, ...changed], fromVersion: from }
      await note(changing, actor, { action: 'joint.facts-changed', organisation: joint.lead, details })
      return ok(saved)
    },
  })
}

function changedFacts(before: ProcurementFacts, after: ChangedFacts): readonly string[] {
  return Object.entries(after)
    .filter(
      ([name, value]) => JSON.stringify(before[name as keyof ProcurementFacts]) !== JSON.stringify(value),
    )
    .map(([name]) => name)
}

const WIDTH = { own: 0, 'public-employees': 1, all: 2 } as const satisfies Record<ProcurementAudience, number>

function isWider(one: ProcurementAudience, other: ProcurementAudience): boolean {
  return WIDTH[one] > WIDTH[other]
}

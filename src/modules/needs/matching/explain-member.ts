import { likeness } from './likeness.ts'
import type { PreparedNeed } from './prepare-needs.ts'
import { type MemberReasons, mean, type Seen } from './reasons.ts'
import { speakAgainst } from './speak-against.ts'
import { speakFor } from './speak-for.ts'

/** Why a need belongs with the others, and what speaks against it; what is not told is no reason. */
export function explainMember(one: PreparedNeed, seen: Seen): MemberReasons {
  const compared = seen.others.map((other) => ({ other, like: likeness(one, other, seen.weights) }))
  return {
    id: one.need.id,
    figure: mean(compared.map(({ like }) => like.figure)),
    for: speakFor(one, compared, seen),
    against: speakAgainst(one, compared, seen),
  }
}

import type { Messages } from '#src/messages/index.ts'
import { compareDraft, type DraftFindings, type Gate } from '#src/modules/joint-procurement/index.ts'
import { namesIn } from './point-views.ts'

export type FoundView = {
  readonly title: string
  readonly isFramework: boolean
  readonly estimate: string | null
  readonly maximum: string | null
  readonly buyers: readonly {
    readonly name: string
    readonly number: string | null
    /** What stood where a number should be. */
    readonly written: string | null
    readonly lead: boolean
    /** Who it is among those who take part; null where it is nobody. */
    readonly is: string | null
  }[]
  readonly all: number
}

/** What was found in a notice, beside those who take part. */
export function foundView(found: DraftFindings, gate: Gate, { money }: Messages): FoundView {
  const nameOf = namesIn(gate)
  const compared = compareDraft(gate.input, found)
  const kroner = (amount: number | null) => (amount === null ? null : money(`${amount}`, 'NOK'))
  return {
    title: found.title,
    isFramework: found.isFramework,
    estimate: kroner(found.estimate),
    maximum: kroner(found.maximum),
    all: found.buyersInAll,
    buyers: found.buyers.map((buyer) => {
      const own = compared.found.find(({ as }) => as.includes(buyer))
      const { name, number, written, lead } = buyer
      return { name, number, written, lead, is: own ? nameOf(own.organisation) : null }
    }),
  }
}

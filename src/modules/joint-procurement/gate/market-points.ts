import { buyers } from '#src/modules/joint-procurement/joint-procurement.ts'
import { type GateInput, idsOf } from './gate-input.ts'
import { about, type GatePoint, pointOf, when } from './gate-point.ts'

/** What came out of the dialogue is told to everybody before the competition, so that nobody knows more than others. */
export function dialogueSummary({ procurement, dialogueSummary: isHere, today }: GateInput): GatePoint {
  const { dialogueSummaryOn: on, dialogueSummaryUrl: url } = procurement.facts
  const isElsewhere = on !== null && url !== null
  const missing = [
    ...when('summary-missing', !isHere && !isElsewhere),
    ...when('summary-to-come', !isHere && isElsewhere && on > today, { days: on ? [on] : [] }),
  ]
  return pointOf('dialogue-summary', { missing }, procurement.lead)
}

/** Everybody who buys has approved what will be asked for. */
export function requirementsApproved({ procurement, today }: GateInput): GatePoint {
  const without = buyers(procurement).filter(
    ({ standing: { requirementsApprovedOn: on } }) => !on || on > today,
  )
  return pointOf(
    'requirements-approved',
    { missing: about('requirements-missing', idsOf(without)) },
    procurement.lead,
  )
}

/** Nobody who prepares it has interests in it, and each says so for its own people (FOA § 7-5, forvaltningsloven § 6). */
export function independence({ procurement, today }: GateInput): GatePoint {
  const without = buyers(procurement).filter(({ standing: { independenceOn: on } }) => !on || on > today)
  const missing = [
    ...about('independence-missing', idsOf(without)),
    ...when('independence-words', procurement.facts.independence === ''),
  ]
  return pointOf('independence', { missing }, procurement.lead)
}

export function archiveReference({ procurement }: GateInput): GatePoint {
  const missing = when('archive-missing', procurement.facts.archiveReference === '')
  return pointOf('archive-reference', { missing }, procurement.lead)
}

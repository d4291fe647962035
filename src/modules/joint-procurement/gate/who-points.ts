import { buyers } from '#src/modules/joint-procurement/joint-procurement.ts'
import { buysApart, type GateInput, hostOf, idsOf, numberOf } from './gate-input.ts'
import { about, type GatePoint, notApplicable, pointOf, when } from './gate-point.ts'

/** Every buyer has a name and a number that passes the check, and there is more than one (FOA §§ 26-1 and 11-1). */
export function named({ procurement, parties }: GateInput): GatePoint {
  const all = buyers(procurement)
  const nameless = all.filter(({ organisation }) => !parties.get(organisation)?.name.trim())
  const numberless = all.filter((one) => numberOf(parties.get(one.organisation), one) === null)
  const missing = [
    ...when('nobody-else', all.length < 2),
    ...about('name-missing', idsOf(nameless)),
    ...about('number-missing', idsOf(numberless)),
  ]
  return pointOf('named', { missing }, procurement.lead)
}

/** Whoever has been asked has answered: nobody is added after this. */
export function allAnswered({ procurement }: GateInput): GatePoint {
  const undecided = procurement.participants.filter(
    ({ status, role }) => status === 'invited' && role !== 'follower',
  )
  return pointOf('all-answered', { missing: about('undecided', idsOf(undecided)) }, procurement.lead)
}

/** One of several buyers is flagged as the lead (OPP-050), so the lead must be one of them. */
export function leadFlagged({ procurement }: GateInput): GatePoint {
  const all = buyers(procurement)
  if (all.length === 1 || buysApart(procurement)) return notApplicable('lead-flagged')
  const leads = all.filter(({ organisation, role }) => organisation === procurement.lead || role === 'lead')
  return pointOf(
    'lead-flagged',
    { missing: when('lead-not-among-them', leads.length !== 1) },
    procurement.lead,
  )
}

/**
 * Whoever buys for others is told apart from those it buys for, and they are named beside it. In KOFA 2019/389 the host
 * stood alone in the notice and the others in the documents, which was not enough.
 */
export function hostAndPrincipals({ procurement, parties }: GateInput): GatePoint {
  const isCooperative = parties.get(procurement.lead)?.kind === 'purchasing-cooperative'
  const buysForOthers = hostOf(procurement)?.organisation ?? (isCooperative ? procurement.lead : null)
  if (!buysForOthers || buysApart(procurement)) return notApplicable('host-and-principals')
  const principals = buyers(procurement).filter(({ organisation }) => organisation !== buysForOthers)
  const missing = when('host-alone', principals.length === 0)
  return pointOf('host-and-principals', { missing }, procurement.lead)
}

/** Those who may join later are named now, each with the last day it can be done. */
export function optionsNamed({ procurement, today }: GateInput): GatePoint {
  const options = buyers(procurement).filter(({ role }) => role === 'option')
  if (options.length === 0) return notApplicable('options-named')
  const last = procurement.facts.optionsUntil
  const until = options.map((one) => ({ one, day: one.standing.optionUntil ?? last }))
  const missing = [
    ...about('option-without-date', idsOf(until.filter(({ day }) => !day).map(({ one }) => one))),
    ...about(
      'option-date-passed',
      idsOf(until.filter(({ day }) => day !== null && day <= today).map(({ one }) => one)),
    ),
  ]
  return pointOf('options-named', { missing }, procurement.lead)
}

import { needsMandate } from '#src/modules/joint-procurement/conditions.ts'
import { buyers, type Participant } from '#src/modules/joint-procurement/joint-procurement.ts'
import { buysApart, type GateInput, hostOf, idsOf } from './gate-input.ts'
import { about, type GatePoint, notApplicable, pointOf } from './gate-point.ts'

/** Each has decided by itself: which body, which day, and by which delegation where it was not the council. */
export function anchored({ procurement, today }: GateInput): GatePoint {
  const all = buyers(procurement)
  const decided = ({ standing: { anchoring } }: Participant) =>
    anchoring?.decidedOn != null && anchoring.decidedOn <= today
  const open = all.filter((one) => !decided(one))
  const dated = open.filter(({ standing }) => standing.anchoring?.meetingOn || standing.anchoring?.decidedOn)
  const undated = open.filter((one) => !dated.includes(one))
  const delegated = all.filter(
    (one) =>
      decided(one) && one.standing.anchoring?.body !== 'council' && !one.standing.anchoring?.delegation,
  )
  const missing = [
    ...about('not-anchored', idsOf(undated)),
    ...about('decision-to-come', idsOf(dated)),
    ...about('delegation-missing', idsOf(delegated)),
  ]
  return pointOf('anchored', { missing }, procurement.lead)
}

/** Everybody but the lead and the host has given one of them a mandate that somebody with authority has signed. */
export function mandates({ procurement, today }: GateInput): GatePoint {
  if (buysApart(procurement)) return notApplicable('mandates')
  const others = buyers(procurement).filter(needsMandate)
  const without = others.filter(({ standing }) => !standing.mandate || standing.mandate.signedOn > today)
  const incomplete = others.filter(({ standing: { mandate } }) => {
    if (!mandate || mandate.signedOn > today) return false
    return [mandate.signedBy, mandate.title, mandate.authority].some((line) => line.trim() === '')
  })
  const missing = [
    ...about('mandate-missing', idsOf(without)),
    ...about('mandate-incomplete', idsOf(incomplete)),
  ]
  return pointOf('mandates', { missing }, procurement.lead)
}

/** Who signs the contract for each; the lead signs for itself. */
export function signers({ procurement }: GateInput): GatePoint {
  if (buysApart(procurement)) return notApplicable('signers')
  const others = buyers(procurement).filter(({ organisation }) => organisation !== procurement.lead)
  const without = others.filter(({ standing }) => standing.signer === null)
  const byHost = hostOf(procurement) ? [] : others.filter(({ standing }) => standing.signer === 'host')
  const missing = [
    ...about('signer-missing', idsOf(without)),
    ...about('signed-by-host-without-host', idsOf(byHost)),
  ]
  return pointOf('signers', { missing }, procurement.lead)
}

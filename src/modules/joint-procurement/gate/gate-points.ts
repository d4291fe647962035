import { anchored, mandates, signers } from './authority-points.ts'
import { draftNotice } from './draft-point.ts'
import type { GateInput } from './gate-input.ts'
import { GATE_POINTS, type GatePoint, type GatePointId } from './gate-point.ts'
import { archiveReference, dialogueSummary, independence, requirementsApproved } from './market-points.ts'
import { costsAndExit, value } from './money-points.ts'
import { allAnswered, hostAndPrincipals, leadFlagged, named, optionsNamed } from './who-points.ts'

const RULES: Readonly<Record<GatePointId, (input: GateInput) => GatePoint>> = {
  named,
  'all-answered': allAnswered,
  'lead-flagged': leadFlagged,
  'host-and-principals': hostAndPrincipals,
  'options-named': optionsNamed,
  anchored,
  mandates,
  signers,
  value,
  'costs-and-exit': costsAndExit,
  'dialogue-summary': dialogueSummary,
  'requirements-approved': requirementsApproved,
  independence,
  'archive-reference': archiveReference,
  'draft-notice': draftNotice,
}

/** Every point of the check before publication, as it stands today. */
export function gatePoints(input: GateInput): readonly GatePoint[] {
  return GATE_POINTS.map((id) => RULES[id](input))
}

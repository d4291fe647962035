import { compareDraft } from './compare-draft.ts'
import { buysApart, type GateInput } from './gate-input.ts'
import { type GatePoint, notApplicable, pointOf, when } from './gate-point.ts'

/**
 * The notice itself names them and says the value. Without a draft to read, people must look at the form themselves;
 * where each publishes its own notice, or nobody does, there is none to read.
 */
export function draftNotice(input: GateInput): GatePoint {
  const { draft, procurement } = input
  if (!draft) {
    if (buysApart(procurement)) return notApplicable('draft-notice')
    return pointOf('draft-notice', { missing: [], judge: when('draft-none', true) }, procurement.lead)
  }
  return pointOf('draft-notice', compareDraft(input, draft), procurement.lead)
}

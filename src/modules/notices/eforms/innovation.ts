import type { DeclaredInnovation } from '#src/modules/notices/notice.ts'
import { canDeclareInnovation } from './forms.ts'
import type { Reading } from './reading.ts'

/** BT-776 as it is and as it was; `other` and `none` say nothing (DFØ's guidance, v0.1 June 2026). */
const INNOVATIVE_ACQUISITION = new Set([
  'mar-nov',
  'proc-innov',
  'prod-innov',
  'rd-act',
  'buy-eff',
  'fp-requ',
  'org-nov',
])
const SAYS_NOTHING = new Set(['other', 'none'])

/** The codes of the lots that declare innovation, BT-06 or BT-776: they contradict each other, so either does. */
export function readInnovation(
  reading: Reading,
  subtype: string | null,
  lots: readonly DeclaredInnovation[],
): { readonly declared: DeclaredInnovation; readonly canBeDeclared: boolean } {
  const acquisition = [...new Set(lots.flatMap((lot) => lot.innovativeAcquisition))]
  for (const code of acquisition) {
    if (!INNOVATIVE_ACQUISITION.has(code) && !SAYS_NOTHING.has(code))
      reading.remark('innovationCodeUnknown', null, { code })
  }
  const declared = {
    strategicProcurement: lots.some((lot) => lot.strategicProcurement.includes('inn-pur')) ? ['inn-pur'] : [],
    innovativeAcquisition: acquisition.filter((code) => INNOVATIVE_ACQUISITION.has(code)),
  }
  const canBeDeclared = canDeclareInnovation(subtype)
  if (!canBeDeclared && isDeclared(declared))
    reading.remark('innovationOnFormWithout', null, { subtype: subtype ?? '' })
  return { declared, canBeDeclared }
}

export function isDeclared(declared: DeclaredInnovation): boolean {
  return declared.strategicProcurement.length > 0 || declared.innovativeAcquisition.length > 0
}

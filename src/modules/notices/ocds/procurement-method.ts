import { codes } from '#src/modules/vocabulary/index.ts'

/**
 * OCDS `tender.procurementMethod` and BT-105, as «OCDS for eForms» maps them. A competition with negotiation without a
 * call is limited; what is done otherwise says nothing of how open it is.
 */
export const METHOD_OF_PROCEDURE: Readonly<Record<string, string>> = {
  open: 'open',
  restricted: 'selective',
  'neg-w-call': 'selective',
  'comp-dial': 'selective',
  innovation: 'selective',
  'comp-tend': 'selective',
  'exp-int-rail': 'selective',
  'neg-wo-call': 'limited',
}

/** The procedure, from its code or name among the details; the method alone tells it only where there is one such. */
export function procedureTypeOf(method: string | null, details: string | null): string | null {
  const only = { open: 'open', limited: 'neg-wo-call', direct: 'neg-wo-call' }[method ?? ''] ?? null
  return namedProcedure(details) ?? only
}

export function namedProcedure(details: string | null): string | null {
  const said = details?.toLowerCase() ?? ''
  const known = codes('procedure-type').find(
    (one) => one.code === said || Object.values(one.label).some((label) => label.toLowerCase() === said),
  )
  return known?.code ?? null
}

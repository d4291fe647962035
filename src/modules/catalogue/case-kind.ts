import type { CaseKind } from './contract.ts'

/** Whether a record of this kind may be called an innovative procurement. */
export function isInnovativeProcurement(kind: CaseKind): boolean {
  return kind === 'procurement'
}

/** What is near enough to buying to be put forward among the newest; the rest is found by searching. */
export const PROCUREMENT_LIKE: readonly CaseKind[] = ['procurement', 'market-enquiry', 'pilot']

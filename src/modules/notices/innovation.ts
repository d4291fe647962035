import { isDeclared } from '#src/modules/notices/eforms/innovation.ts'
import type { Assessment } from './contract.ts'
import type { DeclaredInnovation } from './notice.ts'

/** How innovative a notice is held to be: so far only what its buyer has declared. */
export function assess(declared: DeclaredInnovation): Assessment | null {
  return isDeclared(declared) ? 'declared' : null
}

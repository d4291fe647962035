import { JOINT_PAPERS, type JointPaperKind } from '#src/modules/joint-procurement/contract.ts'
import type { Language } from '#src/platform/language.ts'
import { address } from '#src/web/paths.ts'
import type { PaperFormat } from './paper-address.ts'

/** Where a paper of a joint procurement is fetched. */
export function jointPaperAddress(
  language: Language,
  id: string,
  { kind, format }: { readonly kind: JointPaperKind; readonly format: PaperFormat },
): string {
  return `${address(language, 'jointPapers', { id })}/${JOINT_PAPERS[kind]}.${format}`
}

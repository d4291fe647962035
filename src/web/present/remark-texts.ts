import type { Messages } from '#src/messages/index.ts'
import { pointOut } from '#src/modules/catalogue/index.ts'

/** What may be worth a second look in what somebody asks the market for, in words. */
export function remarkTexts(text: string, suppliers: readonly string[], { t }: Messages): readonly string[] {
  return pointOut(text, suppliers).map(({ kind, matched }) => t(`knowledge.pointOut.${kind}`, { matched }))
}

import type { RadarGroup, RadarItem } from '#src/modules/needs/index.ts'
import type { Language } from '#src/platform/language.ts'
import { address } from '#src/web/paths.ts'
import { newNeedAddress } from './radar-address.ts'

/** Where one reads more of it: the notice it was told in, the need, or the joint procurement. */
export function itemAddress(
  { notice, need, procurement }: Pick<RadarItem, 'notice' | 'need' | 'procurement'>,
  language: Language,
): string {
  if (procurement) return address(language, 'jointProcurement', { id: procurement })
  return notice ? address(language, 'notice', { id: notice }) : address(language, 'need', { id: need ?? '' })
}

/** Where a need is made of it. A part of a plan is no lot yet, so the whole plan is what it begins from. */
export function interestAddress({ kind, notice, lot, need }: RadarItem, language: Language): string | null {
  if (need) return newNeedAddress(language, { need })
  return notice && newNeedAddress(language, { notice, lot: kind === 'contract-end' ? lot : null })
}

/** Every item with its group. */
export function* itemsIn(groups: readonly RadarGroup[]) {
  for (const group of groups) for (const item of group.items) yield { item, group }
}

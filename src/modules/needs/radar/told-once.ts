import type { JointEnd } from './joint-end.ts'
import { keyOfJointEnd, type RadarItem } from './radar-item.ts'

/**
 * A contract that is known both from those who bought it together and from a notice stands once: with the days they have
 * noted, and with the notice to begin a need from. Whoever the notice names and they do not stays with the notice.
 */
export function toldOnce(items: readonly RadarItem[], jointEnds: readonly JointEnd[]): readonly RadarItem[] {
  const noticesOf = new Map(jointEnds.map((end) => [keyOfJointEnd(end), end.notices]))
  const ours = items.filter(({ key }) => (noticesOf.get(key)?.length ?? 0) > 0)
  if (ours.length === 0) return items
  const isOf = (told: RadarItem, { key }: RadarItem) =>
    told.kind === 'contract-end' && told.notice !== null && noticesOf.get(key)?.includes(told.notice) === true
  return items.flatMap((item): readonly RadarItem[] => {
    if (ours.includes(item)) {
      const told = items.find((other) => isOf(other, item))
      return [told ? { ...item, notice: told.notice, lot: told.lot } : item]
    }
    const same = ours.filter((one) => isOf(item, one))
    const named = new Set(same.flatMap(({ who }) => who.map(({ key }) => key)))
    const who = item.who.filter(({ key }) => !named.has(key))
    return who.length === 0 ? [] : [{ ...item, who }]
  })
}

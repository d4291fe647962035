import type { Effect } from '#src/modules/catalogue/contract.ts'
import type { Volumes } from './adoption.ts'

/** Units that do not grow with size: a share is a share in a small municipality too. */
const RELATIVE = /%|prosent|percent|per |pr\.? |\/|poeng|dager|days|ganger/i

/**
 * What another got, as a hypothesis of what one may get oneself: a figure that grows with size is made smaller or larger
 * with it, rounded to what so rough a reckoning can say (two digits). Null where it cannot be scaled: a share, a unit for
 * each, or a text that is no number.
 */
export function scaleFigure(
  figure: NonNullable<Effect['figure']>,
  { there, here }: Volumes,
): NonNullable<Effect['figure']> | null {
  const value = Number(figure.value.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.'))
  if (!Number.isFinite(value) || RELATIVE.test(figure.unit)) return null
  return { unit: figure.unit, value: String(twoDigits((value * here) / there)) }
}

function twoDigits(value: number): number {
  return Number(value.toPrecision(2))
}

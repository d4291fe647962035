import type { Effect } from '#src/modules/catalogue/contract.ts'
import type { Volumes } from './adoption.ts'

/** Units that do not grow with size: shares, durations, and what is told for each; «per år» is a total all the same. */
const SHARE = /%|prosent|percent|poeng|points|ganger|gonger|times/i
const DURATION = /(?<![a-zæøå])(dager|dagar|days|uker|veker|weeks|måneder|månader|months)(?![a-zæøå])/i
const FOR_EACH = /(?:\bper|\bpr\.?|\/)(?!\.?\s*(?:år|måned|månad|uke|veke|dag|year|month|week|day))/i
const RELATIVE = [SHARE, DURATION, FOR_EACH]

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
  if (!Number.isFinite(value) || RELATIVE.some((unit) => unit.test(figure.unit))) return null
  return { unit: figure.unit, value: written((value * here) / there) }
}

/** Two digits, as the catalogue writes numbers: with a comma. */
function written(value: number): string {
  return value.toLocaleString('nb', { useGrouping: false, maximumSignificantDigits: 2 })
}

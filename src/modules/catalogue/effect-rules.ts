import type { EffectGrade } from './case-words.ts'
import type { Effect } from './effect.ts'

/** Effects of the same grade, in the same unit, and what they are together. */
export type EffectSum = {
  readonly grade: EffectGrade
  readonly unit: string
  readonly value: number
  readonly of: number
}

/** `share`: shares of different things are not added; `alone`: no other has its grade and unit. */
export type LeftOut = {
  readonly effect: Effect
  readonly reason: 'no-figure' | 'not-a-number' | 'share' | 'alone'
}

export type AddedUp = { readonly sums: readonly EffectSum[]; readonly leftOut: readonly LeftOut[] }

/**
 * Adds effects that can be added: those of the same grade in the same unit. What is measured is never put together
 * with what is hoped for, and what is left out is told.
 */
export function addUp(effects: readonly Effect[]): AddedUp {
  const read = effects.map((effect) => ({ effect, ...amountOf(effect) }))
  const groups = Map.groupBy(
    read.filter(({ reason }) => reason === null),
    ({ effect, unit }) => `${effect.grade} ${unit}`,
  )
  const sums = [...groups.values()].flatMap((group): EffectSum[] => {
    const [first] = group
    if (!first || group.length < 2) return []
    const { grade, figure } = first.effect
    const unit = figure?.unit ?? first.unit
    return [{ grade, unit, value: total(group.map(({ amount }) => amount)), of: group.length }]
  })
  const leftOut = read.flatMap(({ effect, reason, unit }): LeftOut[] => {
    if (reason !== null) return [{ effect, reason }]
    return groups.get(`${effect.grade} ${unit}`)?.length === 1 ? [{ effect, reason: 'alone' }] : []
  })
  return { sums, leftOut }
}

type Amount = { readonly reason: LeftOut['reason'] | null; readonly amount: number; readonly unit: string }

const SHARE = /%|‰|\b(?:prosent|prosentpoeng|promille|per cent|percent|percentage points?)\b/i
const SCALES: Readonly<Record<string, number>> = { '': 1, tusen: 1e3, mill: 1e6, million: 1e6, mrd: 1e9 }

function amountOf({ figure }: Effect): Amount {
  if (!figure) return { reason: 'no-figure', amount: 0, unit: '' }
  const unit = figure.unit.toLowerCase().replace(/\s+/g, ' ').trim()
  if (SHARE.test(`${figure.value} ${unit}`)) return { reason: 'share', amount: 0, unit }
  const amount = toAmount(figure.value)
  return amount === null ? { reason: 'not-a-number', amount: 0, unit } : { reason: null, amount, unit }
}

/** `12,5` and `1 200` and `3 mill.` are amounts; «ca. 12», «10–12» and «over 100» are not exact enough to be added. */
function toAmount(value: string): number | null {
  const plain = value.replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '').trim()
  const [, figures = '', scale = ''] =
    /^([-−]?\d+(?:[.,]\d+)?)\s*(tusen|mill|million|mrd)?(?:er)?\.?$/i.exec(plain) ?? []
  if (figures === '') return null
  const number = Number(figures.replace('−', '-').replace(',', '.'))
  return number * (SCALES[scale.toLowerCase()] ?? 1)
}

function total(amounts: readonly number[]): number {
  // Decimals of kroner and hours are written with few figures; more than that is the machine's own.
  return Number(amounts.reduce((sum, amount) => sum + amount, 0).toFixed(6))
}

/** Those that the owner has chosen as the main ones first, else in the order they were told. */
export function inOrderOfWeight(effects: readonly Effect[]): readonly Effect[] {
  return [...effects.filter(({ main }) => main), ...effects.filter(({ main }) => !main)]
}

const PROJECT_LEADER =
  /prosjektled|prosjektleiar|prosjektansvarl|prosjekteig|prosjekteier|project (?:lead|manager|owner)/i

/** An effect is to be confirmed by somebody who did not lead the project and does not own the benefit. */
export function isConfirmedByItself({ confirmedBy, owner }: Pick<Effect, 'confirmedBy' | 'owner'>): boolean {
  if (!confirmedBy) return false
  const same = owner?.trim().toLowerCase() === confirmedBy.trim().toLowerCase()
  return same || PROJECT_LEADER.test(confirmedBy)
}

import type { CaseContent, Effect } from './contract.ts'

/** An effect that may be shown as a big number. */
export type HeadlineEffect = Effect & { readonly figure: { readonly value: string; readonly unit: string } }

/**
 * The effects that may be shown as big numbers: somebody has measured or reported them. What is estimated,
 * expected or possible («13 milliarder hvis …») stays in the text, with its grade and condition.
 */
export function headlineEffects(content: Pick<CaseContent, 'effects'>): readonly HeadlineEffect[] {
  return content.effects.filter(isHeadline)
}

function isHeadline(effect: Effect): effect is HeadlineEffect {
  return effect.figure !== undefined && (effect.grade === 'measured' || effect.grade === 'reported')
}

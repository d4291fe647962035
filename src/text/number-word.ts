import type { AnalysedWord } from './analyse-word.ts'

/** Digits with whatever stands between them in sums, dates, codes and organisation numbers. */
const NUMBER = /^\d[\d.,: \u00a0\u202f-]*$/

export function isNumber(surface: string): boolean {
  return NUMBER.test(surface)
}

/**
 * A number by its digits: `974 761 114` and `1.000.000` without what groups them, so that they are found however
 * they are written. A date or code is also found by each part of it that is a number on its own: the year of
 * `01.02.2026`, the code of `72000000-5`.
 */
export function readNumber(surface: string): AnalysedWord {
  const grouped = /^\d{1,3}(?:[ \u00a0\u202f.]\d{3})+$/.test(surface)
  const pieces = grouped
    ? []
    : Array.from(surface.matchAll(/\d{4,}/g)).filter(([digits]) => digits !== surface)
  return {
    key: grouped ? surface.replace(/\D/g, '') : surface,
    parts: pieces.map(({ 0: key, index }) => ({ key, start: index, end: index + key.length })),
    family: null,
    isFunctionWord: false,
  }
}

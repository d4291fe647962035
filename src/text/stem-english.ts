/**
 * The stem of an English word: plural, -ing, -ed and a silent e taken off.
 *
 * Light on purpose: English is asked for here to find Norwegian cases, and a stem that is too short finds the
 * wrong concept.
 */
export function stemEnglish(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  return tidy(withoutTense(withoutPlural(word)))
}

function withoutPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2)
  if (/[^su]s$/.test(word) && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1)
  return word
}

function withoutTense(word: string): string {
  const match = /^(.*[aeiouy].*)(?:ing|ed)$/.exec(word)
  const stem = match?.[1]
  if (!stem || stem.length < 3) return word
  if (word.endsWith('eed')) return word.slice(0, -1)
  return /([^aeiouylsz])\1$/.test(stem) ? stem.slice(0, -1) : stem
}

function tidy(stem: string): string {
  if (stem.length > 4 && stem.endsWith('e')) return stem.slice(0, -1)
  if (stem.length > 3 && /[^aeiou]y$/.test(stem)) return `${stem.slice(0, -1)}i`
  return stem
}

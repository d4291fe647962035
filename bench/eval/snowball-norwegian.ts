/**
 * The Norwegian stemmer of Snowball, as its description has it: the yardstick that our own analysis is held
 * against, not a part of it.
 */
export function stemSnowball(word: string): string {
  const region = regionOf(word)
  const first = mainSuffix(word, region)
  const second = /(?:dt|vt)$/.test(first) && first.length - 2 >= region ? first.slice(0, -1) : first
  return otherSuffix(second, region)
}

const MAIN =
  `hetenes hetene hetens heten heter endes ande ende edes enes erte ede ane ene ens ers ets het ast ert en ar er
  as es et a e s`.split(/\s+/)
const OTHER = 'hetslov eleg elig elov slov leg eig lig els lov ig'.split(' ')

/** R1: what follows the first consonant after a vowel, but never before the third letter. */
function regionOf(word: string): number {
  const match = /[aeiouyæøå][^aeiouyæøå]/.exec(word)
  return match ? Math.max(3, match.index + 2) : word.length
}

function mainSuffix(word: string, region: number): string {
  const suffix = MAIN.find((one) => word.endsWith(one) && word.length - one.length >= region)
  if (suffix === undefined) return word
  const stem = word.slice(0, -suffix.length)
  if (suffix === 's') return /[bcdfghjlmnoprtvyz]$|[^aeiouyæøå]k$/.test(stem) ? stem : word
  if (suffix === 'erte' || suffix === 'ert') return `${stem}er`
  return stem
}

function otherSuffix(word: string, region: number): string {
  const suffix = OTHER.find((one) => word.endsWith(one) && word.length - one.length >= region)
  return suffix === undefined ? word : word.slice(0, -suffix.length)
}

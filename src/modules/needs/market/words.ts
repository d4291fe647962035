/** So many words in a row are no longer chance. */
const RUN = 5

/**
 * Whether a text repeats so much of what was told in confidence that it could be recognised: five words in a row, or
 * all of it where it is shorter.
 */
export function quotes(text: string, secret: string): boolean {
  const [said, hidden] = [wordsOf(text), wordsOf(secret)]
  const run = Math.min(RUN, hidden.length)
  if (run < 2) return run === 1 && said.includes(hidden[0] ?? '')
  const runs = new Set(runsOf(hidden, run))
  return runsOf(said, run).some((one) => runs.has(one))
}

function runsOf(words: readonly string[], length: number): readonly string[] {
  return words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_, place) => words.slice(place, place + length).join(' '))
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

const FORMS_OF_FIRM = /\s+(?:as|asa|sa|ans|da|nuf|ab|oy|aps|gmbh|ltd|inc|norge|noreg|norway)\.?$/iu
const SHORTEST_NAME = 3

/**
 * Whether a text says which of these firms it speaks of. The whole name counts however it is written; without «AS» only
 * with the capital of a name inside a sentence, since many firms are called what they sell.
 */
export function nameIn(text: string, names: readonly string[]): string | null {
  return names.find((name) => isNamed(text, name)) ?? null
}

function isNamed(text: string, name: string): boolean {
  const whole = name.trim()
  if (found(text, whole, 'iu')) return true
  const core = whole.replace(FORMS_OF_FIRM, '').trim()
  if (core.length < SHORTEST_NAME || core === whole) return false
  const isOneWord = !/\s/.test(core)
  return isOneWord ? found(text, core, 'u', String.raw`(?<=[\p{L}\p{N},]\s)`) : found(text, core, 'iu')
}

function found(text: string, words: string, flags: string, before = ''): boolean {
  const pattern = words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`)
  return new RegExp(`${before}(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, flags).test(text)
}

const INVISIBLE = /[\p{Cf}\p{Cc}]/gu
const NORDIC = /[æøåäö]/
const SAMI_LETTERS: Readonly<Record<string, string>> = { đ: 'd', ŋ: 'n', ŧ: 't' }

/** A name as names are compared: case, punctuation, spaces and the marks of Sami letters aside; æ, ø and å count. */
export function nameKey(name: string): string {
  return [...tidyName(name).toLowerCase()]
    .map((letter) => (NORDIC.test(letter) ? letter : fold(letter)))
    .join('')
    .replace(/[^\p{L}\p{N}&+]+/gu, ' ')
    .trim()
}

function fold(letter: string): string {
  return SAMI_LETTERS[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '')
}

/** The name without characters that cannot be seen and without double spaces. */
export function tidyName(name: string): string {
  return name.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
}

/** «Nes (Buskerud)» is Nes, in Buskerud; «Våler i Østfold» is Våler, in Østfold. */
export function splitPlace(name: string): { readonly name: string; readonly place: string | null } {
  const found = /^(.+?)(?:\s*\(([^()]+)\)|,\s*([^,]+)|\s+i\s+(.+))$/u.exec(tidyName(name))
  const [, bare, inBrackets, afterComma, afterIn] = found ?? []
  if (bare === undefined) return { name: tidyName(name), place: null }
  return { name: bare, place: inBrackets ?? afterComma ?? afterIn ?? null }
}

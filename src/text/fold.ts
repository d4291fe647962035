/** Letters that are written in another way elsewhere, but are the same letter to a Norwegian reader. */
const LETTERS: Readonly<Record<string, string>> = {
  ä: 'æ',
  ö: 'ø',
  œ: 'ø',
  đ: 'd',
  ð: 'd',
  ŋ: 'n',
  ŧ: 't',
  ł: 'l',
  þ: 'th',
  ß: 'ss',
  ẞ: 'ss',
}

/** Characters that need no thought: what most Norwegian text consists of. */
const PLAIN = /^[a-zæøå0-9]*$/

/**
 * A word as it is compared: small letters, without accents, å for aa.
 *
 * æ, ø and å are letters of their own and stay (`lår` is not `lar`); ä and ö are their Swedish forms. Accents go
 * (`é`, `ò`, and the Sami `á`, `č`, `š`, `ž`), so that `Kárášjohka` is found without a Sami keyboard.
 * Folding a folded word changes nothing.
 */
export function fold(surface: string): string {
  const lower = surface.toLowerCase()
  if (PLAIN.test(lower)) return lower.replaceAll('aa', 'å')
  return foldWithOffsets(surface).text
}

/** `at[i]` is where the character that became `text[i]` begins in the surface; one more entry than characters. */
export type Folded = { readonly text: string; readonly at: readonly number[] }

export function foldWithOffsets(surface: string): Folded {
  let text = ''
  const at: number[] = []
  for (const match of surface.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    for (const letter of foldCluster(match[0])) {
      if (letter === 'a' && text.endsWith('a')) {
        text = `${text.slice(0, -1)}å`
        continue
      }
      text += letter
      for (let unit = 0; unit < letter.length; unit += 1) at.push(match.index)
    }
  }
  at.push(surface.length)
  return { text, at }
}

function foldCluster(cluster: string): string {
  if (PLAIN.test(cluster)) return cluster
  let folded = cluster
  // The forms of compatibility (`ﬁ`, `²`, full-width letters) can hold capitals that need another round.
  for (let round = 0; round < 3; round += 1) {
    const next = foldOnce(folded)
    if (next === folded) break
    folded = next
  }
  return folded
}

function foldOnce(cluster: string): string {
  let folded = ''
  for (const letter of cluster.normalize('NFKC').toLowerCase().normalize('NFC')) {
    folded += letter === 'å' ? letter : (LETTERS[letter] ?? withoutAccents(letter))
  }
  // A soft hyphen only says where a line may be broken.
  return folded.replaceAll('\u00ad', '')
}

function withoutAccents(letter: string): string {
  const bare = letter.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  return bare === letter ? letter : bare.normalize('NFC')
}

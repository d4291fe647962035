/** The characters of Windows-1252 that are not at their Latin-1 place, by character. */
const WINDOWS_1252 = new Map(
  Array.from(
    new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at)),
    (character, at) => [character, 0x80 + at],
  ),
)

/**
 * The traces of UTF-8 that was read as Latin-1 and written as UTF-8 once more: `Ã˜` for Ø, `â€“` for –.
 *
 * Only the first bytes Â, Ã and â€ are looked for: they begin the letters, quotes and dashes that are found in
 * our texts, and do not stand before such signs in any word.
 */
const TWICE_ENCODED =
  /[ÂÃ][\u0080-\u00bfŒ-žƒˆ˜–-›€™…†‡‰]|â[€\u0080\u0082‚\u0084„][\u0080-\u00bfŒ-žƒˆ˜–-›€™…†‡‰]/g

/** The text with what was encoded twice, or more often, set right; the same text when there is nothing to mend. */
export function mendEncoding(text: string): string {
  let mended = text
  for (let round = 0; round < 3 && /[ÂÃâ]/.test(mended); round += 1) {
    const next = mended.replace(TWICE_ENCODED, decodeOnce)
    if (next === mended) break
    mended = next
  }
  return mended
}

function decodeOnce(run: string): string {
  const bytes = Uint8Array.from(run, (character) => WINDOWS_1252.get(character) ?? character.charCodeAt(0))
  const decoded = new TextDecoder('utf-8').decode(bytes)
  return decoded.includes('\uFFFD') ? run : decoded
}

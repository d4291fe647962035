/**
 * What no paper can hold, or would mislead: control characters, code points that are no characters, and the marks
 * that turn the direction of the text that follows (they can make «1000» read «0001»). A soft hyphen is a wish
 * about another page than this one. Joiners stay, since emoji are made with them.
 */
const UNWANTED = new RegExp(
  [
    String.raw`(?![\n\t])\p{Cc}`,
    String.raw`\p{Noncharacter_Code_Point}`,
    String.raw`[\u00ad\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]`,
  ].join('|'),
  'gu',
)
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/** A text as both renderers will write it; half a surrogate pair becomes «�», and lines stay lines. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_END, '\n')
    .replace(UNWANTED, '')
    .normalize('NFC')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
}

/** The same where only one line is meant: a title, a name, a cell's header. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\n+/g, ' ').trim()
}

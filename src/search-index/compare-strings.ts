/** The order of UTF-8 bytes, which is that of code points; `<` would set emoji before `ﬁ`. */
export function compareStrings(one: string, other: string): number {
  const shortest = Math.min(one.length, other.length)
  for (let place = 0; place < shortest; place += 1) {
    const [a, b] = [one.charCodeAt(place), other.charCodeAt(place)]
    if (a !== b) return codePointOrder(a) - codePointOrder(b)
  }
  return one.length - other.length
}

/** Sorts in place. Below the surrogates the order of code units is the same, and built in. */
export function sortStrings(texts: string[]): string[] {
  return texts.some((text) => /[\ud800-\uffff]/.test(text)) ? texts.sort(compareStrings) : texts.sort()
}

function codePointOrder(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

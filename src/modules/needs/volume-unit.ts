const PLURALS = /(arar|arane|erar|erane|erne|ere|ar|er|ane|ene|a|en|et|e)$/
const SHORTEST = 3

/** What two units are the same by, however they are written: «brukere», «brukarar» and «bruker» are one. */
export function unitKey(unit: string): string {
  return unit.trim().toLowerCase().split(/\s+/).map(withoutPlural).join(' ')
}

function withoutPlural(word: string): string {
  const bare = word.replace(PLURALS, '')
  return bare.length < SHORTEST ? word : bare
}

/**
 * The endings of nouns, verbs and adjectives in both forms of Norwegian, the longest first.
 *
 * Those of words in -ing, -het/-heit and -else are not here: what they leave is a word of its own (see `nominal`).
 */
const ENDINGS =
  `erende erast erer eres era erenes arane ernes erens erene anes enes eren erar arar aren arne erne arne erte ande ende este aste ane ene ers ere
  ens ets ast est ert ert edes ede ar en er et es as te a e s`
    .split(/\s+/)
    .sort((one, other) => other.length - one.length)

/** The shortest stem that is left when an ending is taken off. */
const SHORTEST = 3

/**
 * The stem of a folded Norwegian word by rules alone, the same for bokmål and nynorsk endings:
 * `skoler`, `skulane`; `husene`, `husa`; `kunngjøringen`, `kunngjeringa`.
 */
export function stemNorwegian(word: string): string {
  if (word.length <= SHORTEST || !/^[a-zæøå]+$/.test(word)) return word
  return nominal(word) ?? tidy(withoutEnding(word))
}

/** The stem of a dictionary form, where what looks like an ending is none: `kurs`, `seminar`, `leder`. */
export function lemmaKey(lemma: string): string {
  if (lemma.length <= SHORTEST || !/^[a-zæøå]+$/.test(lemma)) return lemma
  return nominal(lemma) ?? tidy(/[^e]e$/.test(lemma) ? lemma.slice(0, -1) : lemma)
}

/**
 * The words made from verbs and adjectives, brought to one ending each: -ing for -ing, -ning, -else
 * (`anskaffing`, `anskaffelse`; `løysing`, `løsning`), -het for -het and -heit.
 */
function nominal(word: string): string | null {
  const made =
    /^(.{2,}?)(n?ing|else|hei?t)(?:s|en|ens|a|as|er|ar|ers|ene|ane|enes|anes|n|ns|r|rs|ne|nes)?$/.exec(word)
  if (!made) return null
  const [, base = '', ending = ''] = made
  if (!/[aeiouyæøå]/.test(base)) return null
  if (ending.startsWith('he')) return `${base}het`
  if (base.length < SHORTEST) return null
  // In `trening` and `utdanning` the n is the verb's own; `ledning` and `regning` are not what one leads or counts.
  const ownN = ending === 'ning' && /[aeiouyæøån]$|led$|reg$/.test(base)
  return `${undouble(ownN ? `${base}n` : base)}ing`
}

function withoutEnding(word: string): string {
  for (const ending of ENDINGS) {
    const left = word.length - ending.length
    if (left >= SHORTEST && word.endsWith(ending) && fits(word.slice(0, left), ending))
      return word.slice(0, left)
  }
  return word
}

function fits(stem: string, ending: string): boolean {
  if (!/[aeiouyæøå]/.test(stem)) return false
  // Only some letters stand before the s of a genitive: `kommunens`, but not `hus` or `prosess`.
  if (ending === 's') return /[bcdfghjlmnoprtvz]$|[^aeiouyæøå]k$/.test(stem)
  if (ending === 'te') return stem.length > SHORTEST && /[pklnr]$/.test(stem)
  if (ending === 'a') return /[^aeiouyæøå]$/.test(stem)
  return true
}

/**
 * What endings have done to the stem itself: `hjemm(et)` is `hjem`, `sentr(ene)` is `sent(er)`,
 * `artikkel` and `artikl(er)`, `varsel` and `varsl(ing)` are one.
 */
function tidy(stem: string): string {
  const single = undouble(stem)
  const withoutR = single.length > SHORTEST + 1 && /[tdkpbgm]r$/.test(single) ? single.slice(0, -1) : single
  const joined =
    withoutR.length > 4 ? withoutR.replace(/(?:([kptdgbs])\1|([^aeiouyæøå]))el$/, '$1$2l') : withoutR
  return joined.replace(/(?<=..)leg$/, 'lig')
}

export function undouble(stem: string): string {
  return stem.endsWith('mm') ? stem.slice(0, -1) : stem
}

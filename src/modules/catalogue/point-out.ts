import { knownMakes, notMakes } from './known-makes.ts'

export const POINTED_OUT = ['make', 'one-supplier', 'exact-size'] as const
export type PointedOut = (typeof POINTED_OUT)[number]

/** A part of a requirement that may shut somebody out, as it is written. */
export type Remark = { readonly kind: PointedOut; readonly matched: string }

/**
 * What in a requirement may favour or shut out suppliers: a make or a product without «eller tilsvarende», that only
 * one may deliver, a measure so exact that it is somebody's. A hint for the one who writes and never a verdict: where
 * the delivery cannot be told otherwise, a make may be named (anskaffelsesforskriften §§ 8-5 and 15-1).
 *
 * `names` are further names to know, such as those of suppliers in the catalogue.
 */
export function pointOut(text: string, names: readonly string[] = []): readonly Remark[] {
  const remarks = sentencesOf(text).flatMap((sentence) => [
    ...makesIn(sentence, names),
    ...oneSupplierIn(sentence),
    ...exactSizesIn(sentence),
  ])
  return [...new Map(remarks.map((one) => [`${one.kind} ${one.matched.toLowerCase()}`, one])).values()]
}

/** A full stop within a number or an abbreviation ends nothing. */
function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?;])\s+(?=\p{Lu})|\n+/u)
}

const EQUIVALENT =
  /(?:eller|og) (?:tilsvarende|tilsvarande|likeverdige?|lignende|liknande|ekvivalent)|\b(?:or|and) (?:equivalent|similar|comparable)/i
const OPEN_TO_OTHERS =
  /uavhengig av|leverandørnøytral|uansett (?:merke|fabrikat)|independent of|regardless of/i
/** What the new must work with is there already, and naming it shuts nobody out. */
const CONNECTS =
  /integrer|integrasjon|grensesnitt|samhandl|kommuniser|utveksl|importer|eksporter|kompatib|koble|kople|virke (?:sammen )?med|verke (?:saman )?med|integrat|interface|import|export|compatible|work with/i

const SIGNED = /[\p{L}\d][\p{L}\d-]*\s?(?:[®™]|\((?:R|TM)\))/gu
const CALLED =
  /(?<![\p{L}\d])(?:av (?:type|merket?)|(?:vare)?merket?|fabrikat(?:et)?|modell(?:en)?|brand|make|model)\s+[«"“]?(?<name>\p{Lu}[\p{L}\d-]+(?:\s\p{Lu}?\d[\p{L}\d-]*)?)/giu

function makesIn(sentence: string, names: readonly string[]): readonly Remark[] {
  if (EQUIVALENT.test(sentence) || OPEN_TO_OTHERS.test(sentence)) return []
  const signed = [...sentence.matchAll(SIGNED)].map(([matched]) => matched)
  const called = [...sentence.matchAll(CALLED)]
    .map(({ groups }) => groups?.name ?? '')
    // The search is not particular about the case of «type» and «merke», and a name is.
    .filter((name) => /^\p{Lu}/u.test(name) && !notMakes().has(name.toLowerCase()))
  const known = CONNECTS.test(sentence)
    ? []
    : [...knownMakes(), ...names].filter((name) => isNamed(sentence, name))
  return [...signed, ...called, ...longest(known)].map((matched) => ({ kind: 'make', matched }))
}

/** As a word of its own, with the letters large and small as in the name: «zoom» is not Zoom. */
function isNamed(sentence: string, name: string): boolean {
  if (name.length < 3 || notMakes().has(name.toLowerCase())) return false
  const at = sentence.indexOf(name)
  if (at < 0) return false
  const isWhole =
    !/[\p{L}\d]/u.test(sentence[at - 1] ?? '') && !/[\p{L}\d]/u.test(sentence[at + name.length] ?? '')
  // Every first word has a capital, so that says nothing of a name that is an ordinary word too.
  return isWhole && (at > 0 || !ORDINARY.has(name.toLowerCase()))
}

const ORDINARY = new Set(['apple', 'windows', 'zoom', 'man', 'isola', 'glava'])

/** «Microsoft 365» says it without «Microsoft». */
function longest(names: readonly string[]): readonly string[] {
  return names.filter((name) => !names.some((other) => other !== name && other.includes(name)))
}

const ONE_SUPPLIER = [
  // A name is known by its capital, so this one tells large letters from small.
  /(?<![\p{L}])(?:[Kk]un|[Bb]are|[Bb]erre|[Uu]telukkende|[Uu]telukkande|[Oo]nly|[Ss]olely|[Ee]xclusively)\s(?:\p{L}+\s){0,3}?(?:lever\p{L}*|produser\p{L}*|kjøp\p{L}*|supplied|delivered|manufactured|bought)\s(?:\p{L}+\s){0,2}?(?:av|fra|frå|by|from)\s(?:\p{Lu}\p{L}+|(?:dagens|nåværende|noverande|eksisterende|eksisterande) leverandør\p{L}*)/u,
  /(?<![\p{L}])(?:leveres|leverast|kjøpes|kjøpast|supplied|delivered)\s(?:av|fra|frå|by|from)\s(?:vår\s|the\s)?(?:dagens|nåværende|noverande|eksisterende|eksisterande|current|existing)\s(?:leverandør\p{L}*|supplier)/iu,
  /(?<![\p{L}])(?:samme|same)\s(?:leverandør|fabrikat|merke|produsent|supplier|make|brand|manufacturer)\s(?:som|as)(?![\p{L}])/iu,
] as const

function oneSupplierIn(sentence: string): readonly Remark[] {
  if (EQUIVALENT.test(sentence)) return []
  return ONE_SUPPLIER.flatMap((pattern): Remark[] => {
    const [matched] = pattern.exec(sentence) ?? []
    return matched ? [{ kind: 'one-supplier', matched }] : []
  })
}

const ROOM =
  /minst|mindst|minimum|min\.|maks|høyst|høgst|inntil|opp ?til|mellom|under|over|±|\+\/-|(?:^|\s)ca\.?\s|cirka|omtrent|om lag|mer enn|meir enn|mindre|større|lavere|lågare|høyere|høgare|smalere|bredere|innen|toleranse|avvik|eller mer|eller meir|fra .* til|frå .* til|\d\s?[–-]\s?\d|at least|at most|up to|between|less|more|within|no (?:wider|longer|heavier)|tolerance|about/i
const SIZES =
  /\d+(?:[.,]\d+)?\s?(?:mm\s?|cm\s?)?[x×]\s?\d+(?:[.,]\d+)?(?:\s?(?:mm\s?|cm\s?)?[x×]\s?\d+(?:[.,]\d+)?)?\s?(?:mm|cm|m)(?![\p{L}\d])|\d+(?:[.,]\d+)?\s?mm(?![\p{L}\d])|(?:nøyaktig|eksakt|akkurat|presis|exactly)\s\d+(?:[.,]\d+)?\s?(?:mm|cm|m|kg|g|tommer|liter|W|kW|V|inches)(?![\p{L}\d])/giu

function exactSizesIn(sentence: string): readonly Remark[] {
  if (ROOM.test(sentence)) return []
  return [...sentence.matchAll(SIZES)].map(([matched]) => ({ kind: 'exact-size', matched }))
}

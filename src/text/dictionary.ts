import type { Lexicon, WrittenPairs } from './lexicon.ts'
import { words } from './lexicon.ts'
import { lemmaKey } from './stem-norwegian.ts'

/**
 * The words we know, by every form they take, each with its key: the one string all its forms are indexed by,
 * the same for bokmål and nynorsk.
 */
export type Dictionary = {
  /** The key of a dictionary form or of an irregular one. */
  readonly exact: (form: string) => string | null
  /** The key of a word we know with an ending: `sykehjemmene`. */
  readonly inflected: (form: string) => string | null
  /** Whether some word has this key. */
  readonly hasKey: (key: string) => boolean
  /** The key that a nynorsk key is written as in bokmål, or the key itself. */
  readonly bokmal: (key: string) => string
}

/** Endings by what they are added to; those for a word in -e are added to it without the e, but for -s, -n and the like. */
const NOUN = endings(`s en et a er ene ens ets as ers enes ar ane ars anes
  men met mer mene mens mets ma mar mane len let ler lene la lar lane`)
const AGENT = endings('s e en ene ens enes es ne nes ar ane aren arane arar ars')
const AFTER_E = endings('s n ns r rs ne nes t ts')
const ADJECTIVE = endings('e t ere est este ers es are ast aste')
const VERB = endings('t te d de dde er et a ar es ast as ende ande en')
const VERB_AFTER_E = endings('s r nde')
const LONGEST_ENDING = 5

/** Verbs that only a particle or prefix tells from one we know: `beskrev` from `skrev`, `utgjør` from `gjør`. */
const PREFIX =
  /^(?:gjennom|mellom|framover|under|etter|oppe?|over|fram|frem|for[et]?|inn|ned|til|med|mis|gjen|sam(?:men)?|ut|av|an|på|om|be)(?=.{3})/

export function createDictionary(lexicon: Lexicon, pairs: WrittenPairs): Dictionary {
  const bokmalOf = readPairs(lexicon, pairs)
  const bokmal = (key: string) => bokmalOf.get(key) ?? key
  const bases = {
    noun: new Map<string, string>(),
    adjective: new Map<string, string>(),
    verb: new Map<string, string>(),
  }
  for (const noun of [...lexicon.nouns, ...lexicon.wholes, ...pairWords(pairs)]) {
    if (!lexicon.functionWords.has(noun)) addNoun(bases.noun, noun, bokmal)
  }
  for (const adjective of lexicon.adjectives) addBase(bases.adjective, adjective, bokmal)
  for (const verb of lexicon.verbs) addBase(bases.verb, verb, bokmal)
  const lemmas = new Map(
    [...bases.verb, ...bases.adjective, ...bases.noun].filter(([base]) => !base.endsWith('·')),
  )
  const keys = new Set(lemmas.values())

  const exact = (form: string): string | null =>
    lemmas.get(form) ?? irregularKey(lexicon, form, bokmal) ?? bokmalOf.get(form) ?? null
  return {
    exact,
    inflected: (form) => inflectedKey(bases, form),
    hasKey: (key) => keys.has(key),
    bokmal,
  }
}

type Bases = Readonly<Record<'noun' | 'adjective' | 'verb', ReadonlyMap<string, string>>>

/** A word is inflected from its dictionary form (`bil`) or from it without the last e (`skol`, marked `skol·`). */
function addBase(bases: Map<string, string>, lemma: string, bokmal: (key: string) => string): void {
  const key = bokmal(lemmaKey(lemma))
  bases.set(lemma, key)
  if (lemma.length > 3 && lemma.endsWith('e')) bases.set(`${lemma.slice(0, -1)}·`, key)
}

/** Nouns in -er have a nynorsk form in -ar (`innbyggar`), and lose their e in the plural (`vintr|er`, `sedl|ar`). */
function addNoun(bases: Map<string, string>, noun: string, bokmal: (key: string) => string): void {
  addBase(bases, noun, bokmal)
  const key = bases.get(noun) ?? noun
  const short = contracted(noun)
  for (const form of [/[^aeiouyæøå]er$/.test(noun) ? noun.replace(/er$/, 'ar') : null, short])
    if (form !== null && !bases.has(form)) bases.set(form, key)
}

function contracted(noun: string): string | null {
  const parts = /^(.{2,}?)([bdfgklmnprstv])(\2?)e([lnr])$/.exec(noun)
  return parts && `${parts[1]}${parts[2]}${parts[4]}`
}

function inflectedKey({ noun, adjective, verb }: Bases, form: string): string | null {
  for (let cut = 1; cut <= LONGEST_ENDING && form.length - cut >= 2; cut += 1) {
    const base = form.slice(0, -cut)
    const ending = form.slice(-cut)
    const startsWithVowel = /^[aeiou]/.test(ending)
    const key =
      (nounEnding(base, ending) && noun.get(base)) ||
      (startsWithVowel && NOUN.has(ending) && noun.get(`${base}·`)) ||
      (adjectiveEnding(base, ending) && (adjective.get(base) || adjective.get(`${base}·`))) ||
      (VERB.has(ending) && verb.get(`${base}·`)) ||
      (VERB_AFTER_E.has(ending) && verb.get(base))
    if (key) return key
  }
  return null
}

function nounEnding(base: string, ending: string): boolean {
  if (base.endsWith('e') && AFTER_E.has(ending)) return true
  if (/[^e]er$|[^a]ar$/.test(base) && AGENT.has(ending)) return true
  // The m of `hjemmet` and the l of `tunellen` are doubled only after one like it.
  if (/^[ml]/.test(ending)) return base.endsWith(ending.charAt(0)) && NOUN.has(ending)
  return NOUN.has(ending) && !(ending === 's' && /[sxz]$/.test(base))
}

function adjectiveEnding(base: string, ending: string): boolean {
  return ADJECTIVE.has(ending) && !(ending === 't' && /[aeiouyæøåt]$/.test(base))
}

function irregularKey(lexicon: Lexicon, form: string, bokmal: (key: string) => string): string | null {
  const lemma = lexicon.irregular.get(form)
  if (lemma !== undefined) return bokmal(lemmaKey(lemma))
  const prefix = PREFIX.exec(form)?.[0]
  const rest = prefix === undefined ? undefined : lexicon.irregular.get(form.slice(prefix.length))
  if (prefix === undefined || rest === undefined || lexicon.nouns.has(rest)) return null
  return bokmal(lemmaKey(prefix + rest))
}

function readPairs(lexicon: Lexicon, pairs: WrittenPairs): ReadonlyMap<string, string> {
  const bokmalOf = new Map<string, string>()
  for (const line of pairs) {
    const forms = [...words(line)]
    const bokmal = forms.pop()
    if (bokmal === undefined) continue
    const key = lemmaKey(lexicon.nouns.has(bokmal) ? bokmal : (lexicon.irregular.get(bokmal) ?? bokmal))
    for (const form of forms) if (lemmaKey(form) !== key) bokmalOf.set(lemmaKey(form), key)
  }
  return bokmalOf
}

function pairWords(pairs: WrittenPairs): readonly string[] {
  return pairs.flatMap((line) => [...words(line)])
}

function endings(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/))
}

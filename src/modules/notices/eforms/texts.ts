import { readableText } from '#src/modules/notices/free-text.ts'
import type { Wording } from '#src/modules/notices/notice.ts'
import { detectLanguage } from '#src/text/detect-language.ts'
import { children } from './element.ts'
import type { Reading } from './reading.ts'
import type { XmlElement } from './xml-tree.ts'

/** One text in every language it is given in, by the notice's own code (ISO 639-3). */
export type Texts = ReadonlyMap<string, string>

/** Whose text is shown when there are several: Norwegian before English before the first one. */
const PREFERENCE = ['NOB', 'NOR', 'NNO', 'ENG']

const ISO_639_1: Readonly<Record<string, string>> = Object.fromEntries(
  `BUL:bg CES:cs DAN:da DEU:de ELL:el ENG:en EST:et FIN:fi FRA:fr GLE:ga HRV:hr HUN:hu ISL:is ITA:it LAV:lv LIT:lt
   MLT:mt NLD:nl NNO:nn NOB:nb NOR:nb POL:pl POR:pt RON:ro SLK:sk SLV:sl SPA:es SWE:sv MKD:mk SQI:sq SRP:sr TUR:tr
   UKR:uk CAT:ca GLG:gl EUS:eu SME:se`
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':')),
)

export function textsAt(reading: Reading, element: XmlElement | null, path: string): Texts {
  const texts = new Map<string, string>()
  for (const found of children(element, path)) {
    const text = readable(reading, found)
    if (!text) continue
    const language = found.attributes.languageID?.trim().toUpperCase() || (reading.mainLanguage ?? 'NOB')
    const before = texts.get(language)
    if (before !== text) texts.set(language, before ? `${before}\n${text}` : text)
  }
  return texts
}

/** The text in the preferred language, for what is shown in one language only. */
export function textAt(reading: Reading, element: XmlElement | null, path: string): string | null {
  const texts = textsAt(reading, element, path)
  return texts.get(preferredLanguage([texts]) ?? '') ?? null
}

/** The code of the language to show: preferred if any of the texts has it, otherwise the first there is. */
export function preferredLanguage(texts: readonly Texts[]): string | null {
  const codes = texts.flatMap((one) => [...one.keys()])
  return PREFERENCE.find((code) => codes.includes(code)) ?? codes[0] ?? null
}

/** Title and description in the preferred language, and the others as translations. */
export function wordingsOf(reading: Reading, project: XmlElement | null) {
  const titles = textsAt(reading, project, 'Name')
  const descriptions = textsAt(reading, project, 'Description')
  const chosen = preferredLanguage([titles, descriptions])
  const codes = [...new Set([...titles.keys(), ...descriptions.keys()])]
  const wordingIn = (code: string) => ({
    title: (titles.get(code) ?? '').replace(/\s+/g, ' '),
    description: descriptions.get(code) ?? '',
  })
  const translations = codes
    .filter((code) => code !== chosen)
    .map((code): Wording => {
      const wording = wordingIn(code)
      return { language: languageOf(code, `${wording.title}\n${wording.description}`), ...wording }
    })
  return { chosen, main: chosen === null ? null : wordingIn(chosen), translations }
}

/** ISO 639-1; for what is marked as Norwegian the text decides between bokmål, nynorsk and English. */
export function languageOf(code: string, text: string): string {
  const declared = ISO_639_1[code] ?? code.toLowerCase()
  return declared === 'nb' || declared === 'nn' ? (detectLanguage(text) ?? declared) : declared
}

/** A text as a reader should see it, with its lines; every free text of a notice comes through here. */
function readable(reading: Reading, element: XmlElement): string | null {
  const written = element.text.trim()
  if (written === '') return null
  const language = element.attributes.languageID ?? null
  const { text, isMended, isWithoutContacts } = readableText(written, { persons: reading.persons, language })
  if (isMended) reading.remark('textMended', element)
  if (isWithoutContacts) reading.remark('contactDetailsTakenOut', element)
  return text === '' ? null : text
}

import { languageOf } from '#src/modules/notices/eforms/texts.ts'
import type { Wording } from '#src/modules/notices/notice.ts'
import type { JsonObject } from './json-object.ts'
import { type Reading, textAt, titleAt } from './reading.ts'

/** Title and description of a tender, and their translations, which stand beside them as `title_en`. */
export function wordingsAt(
  reading: Reading,
  tender: JsonObject | null,
): Omit<Wording, 'language'> & { translations: Wording[] } {
  const languages = Object.keys(tender ?? {}).flatMap(
    (key) => /^(?:title|description)_([a-z]{2})$/i.exec(key)?.[1] ?? [],
  )
  const translations = [...new Set(languages)].map((language) => ({
    language: language.toLowerCase(),
    title: titleAt(reading, tender, `title_${language}`),
    description: textAt(reading, tender, `description_${language}`) ?? '',
  }))
  return {
    title: titleAt(reading, tender, 'title'),
    description: textAt(reading, tender, 'description') ?? '',
    translations: translations.filter((one) => one.title || one.description),
  }
}

/** English is what the standard takes for granted where nothing is said, so only a language that is said counts. */
export function languageOfText(declared: string | null, text: string): string {
  const code = declared?.toLowerCase().split(/[-_]/)[0] ?? 'no'
  return languageOf({ nb: 'NOB', no: 'NOR', nn: 'NNO' }[code] ?? code.toUpperCase(), text)
}

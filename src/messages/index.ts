/**
 * Every text the program says, in bokmål, nynorsk and English, as ICU messages: pages, mails, papers and
 * the command line read them here. A key that does not exist does not compile.
 */
import { IntlMessageFormat, type PrimitiveType } from 'intl-messageformat'
import { LANGUAGES, type Language } from '#src/platform/language.ts'
import { type Formats, formatsIn } from './formats.ts'
import { type MessageKey, TEXTS } from './texts.ts'

export type { Formats, MessageKey }
export { TEXTS }

export type MessageValues = Readonly<Record<string, string | number | Date>>

export type Messages = Formats & {
  readonly language: Language
  /** The text, with its values put in. */
  readonly t: (key: MessageKey, values?: MessageValues) => string
  /** The text in pieces, where a tag in it (`<link>…</link>`) becomes what `tags` makes of it. */
  readonly parts: <Piece>(
    key: MessageKey,
    tags: Readonly<Record<string, (text: string) => Piece>>,
    values?: MessageValues,
  ) => readonly (string | Piece)[]
}

const inLanguage = new Map<Language, Messages>(
  LANGUAGES.map((language) => [language, makeMessages(language)]),
)

export function messagesIn(language: Language): Messages {
  return inLanguage.get(language) ?? makeMessages(language)
}

/** Whether `key` is a message, for keys that are put together from codes. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(TEXTS.nb, key)
}

function makeMessages(language: Language): Messages {
  const compiled = new Map<MessageKey, IntlMessageFormat>()
  const compile = (key: MessageKey) => {
    const known = compiled.get(key)
    if (known) return known
    const message = new IntlMessageFormat(TEXTS[language][key], language)
    compiled.set(key, message)
    return message
  }
  return {
    ...formatsIn(language),
    language,
    t: (key, values) => String(compile(key).format(values)),
    parts: <Piece>(
      key: MessageKey,
      tags: Readonly<Record<string, (text: string) => Piece>>,
      values?: MessageValues,
    ) => {
      const makers = Object.fromEntries(
        Object.entries(tags).map(([name, make]) => [
          name,
          (chunks: (string | Piece)[]) => make(chunks.join('')),
        ]),
      )
      const formatted = compile(key).format<Piece>({ ...values, ...makers } as Record<
        string,
        PrimitiveType | Piece
      >)
      return (Array.isArray(formatted) ? formatted : [formatted]) as (string | Piece)[]
    },
  }
}

import type { Language } from '#src/platform/language.ts'
import { escaped, mailMarkup, oneLine } from './mail-markup.ts'

type Letter = {
  readonly subject: string
  readonly paragraphs: readonly string[]
  /** Why it is sent, below the rest. */
  readonly why: string
  readonly language: Language
}

/** A mail of some paragraphs to one who need not be known here, plain and as HTML. What others have written is escaped. */
export function composeLetter({ subject, paragraphs, why, language }: Letter): {
  readonly subject: string
  readonly text: string
  readonly html: string
} {
  const said = paragraphs.map(
    (text) => `<p style="margin:0 0 20px">${escaped(text).replaceAll('\n', '<br>')}</p>`,
  )
  const below = `<p style="margin:32px 0 0;font-size:14px;color:#4a5a66">${escaped(why)}</p>`
  return {
    subject: oneLine(subject),
    text: `${[...paragraphs, `-- \n${why}`].join('\n\n')}\n`,
    html: mailMarkup([...said, below], language),
  }
}

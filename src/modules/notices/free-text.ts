import { withoutContactDetails } from '#src/text/contact-details.ts'
import { mendEncoding } from '#src/text/mend-encoding.ts'

export type FreeText = {
  readonly text: string
  readonly isMended: boolean
  readonly isWithoutContacts: boolean
}

/** Characters that mean nothing and come from copying out of documents. */
const INVISIBLE = /\p{Cf}/gu

/** A free text of a notice as a reader should see it: with its lines, without mark-up, damage and contact persons. */
export function readableText(
  written: string,
  { persons, language }: { readonly persons: Iterable<string>; readonly language: string | null },
): FreeText {
  // In Portuguese the pairs of letters that betray double encoding are letters that belong together.
  const mended = language === 'POR' ? written : mendEncoding(written)
  let open = withoutContactDetails(mended)
  for (const person of persons) open = open.replaceAll(person, '[…]')
  const text = open
    .replace(/<br\s*\/?>|<\/p>/gi, '\n')
    .replace(/<\/?(?:p|b|i|u|strong|em|ul|ol|li|span|div)(?:\s[^<>]{0,200})?>/gi, '')
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .toWellFormed()
  return { text, isMended: mended !== written, isWithoutContacts: open !== mended }
}

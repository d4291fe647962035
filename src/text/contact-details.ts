/** E-mail addresses, also with the sign written as an entity. */
export const EMAIL = /[\p{L}\d._%+-]{1,64}(?:@|&#64;|&#x40;)[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/giu

/** A phone number is one when a word says so: eight digits alone can be a case number or a sum. */
export const PHONE =
  /(?<=\b(?:tlf|tel|telefon|telefonnummer|mobil|mobiltelefon|phone|telephone|mobile)\.?:?\s{0,3}(?:nr\.?:?\s{0,2})?)\+?\(?\d(?:[\s()./-]{0,2}\d){6,14}/giu

/** The text without e-mail addresses and phone numbers, which belong to persons more often than not. */
export function withoutContactDetails(text: string): string {
  const mayHaveSome = text.includes('@') || /\d/.test(text)
  return mayHaveSome ? text.replace(EMAIL, '[…]').replace(PHONE, '[…]') : text
}

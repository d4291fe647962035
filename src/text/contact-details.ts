/** E-mail addresses, also with the sign written as an entity. */
export const EMAIL = /[\p{L}\d._%+-]{1,64}(?:@|&#64;|&#x40;)[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/giu

/** A phone number is one when a word says so: eight digits alone can be a case number or a sum. */
export const PHONE =
  /(?<=\b(?:tlf|tel|telefon|telefonnummer|mobil|mobiltelefon|phone|telephone|mobile)\.?:?\s{0,3}(?:nr\.?:?\s{0,2})?)\+?\(?\d(?:[\s()./-]{0,2}\d){6,14}/giu

/** The text without e-mail addresses and phone numbers, which belong to persons more often than not. */
export function withoutContactDetails(text: string): string {
  const withoutEmail = /@|&#/.test(text) ? text.replace(EMAIL, '[…]') : text
  return /\d{2}/.test(withoutEmail) ? withoutEmail.replace(PHONE, '[…]') : withoutEmail
}

/**
 * Those of the names of contacts that look like persons: two or three words with capitals, so that «Innkjøp» or a
 * department is not struck out wherever it stands.
 */
export function personNames(contacts: readonly string[]): readonly string[] {
  const names = contacts.map((text) => text.trim()).filter((text) => NAME.test(text) && !NO_PERSON.test(text))
  return [...new Set(names)]
}

const NAME = /^\p{Lu}[\p{L}.'-]+(?:\s\p{Lu}[\p{L}.'-]*){1,3}$/u

const NO_PERSON =
  /kommune|fylke|avdeling|seksjon|innkjøp|anskaffels|anskaffing|kontakt|contact|point|procurement|department|office|\b(?:AS|KF|IKS|HF)\b/iu

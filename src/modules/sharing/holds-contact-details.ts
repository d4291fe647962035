import type { CaseContent } from '#src/modules/catalogue/contract.ts'
import { withoutContactDetails } from '#src/text/contact-details.ts'

/**
 * Whether the texts seem to hold an e-mail address or a phone number, which most often belong to a person. The shared
 * box is meant to be shown, and addresses of documents and sources are no one's.
 */
export function holdsContactDetails({ reuse, provenance, ...rest }: CaseContent): boolean {
  const texts = JSON.stringify([rest, reuse?.prerequisites, provenance.note])
  return withoutContactDetails(texts) !== texts
}

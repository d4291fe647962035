import type { Journal } from './paper.ts'

/** The few words a paper needs that are not its own, in its language; `src/messages` has them. */
export type PaperWords = {
  /** With `{page}` and `{pages}` where the numbers go. */
  readonly pageOfPages: string
  readonly journal: Readonly<Record<keyof Journal, string>>
  readonly signature: string
  readonly name: string
  readonly placeAndDate: string
  readonly onBehalfOf: string
}

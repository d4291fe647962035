import type { DraftSize, StepName } from '#src/modules/sharing/contract.ts'

/** How a field is typed and understood. `lines` and `days` hold several, one on each line. */
export type FieldKind =
  | 'line'
  | 'text'
  | 'year'
  | 'number'
  | 'day'
  | 'days'
  | 'lines'
  | 'email'
  | 'url'
  | 'choice'
  | 'choices'
  | 'themes'
  | 'cpv'
  | 'tick'

export type Field = {
  /** Where it stands in the content (`need.text`), or in its row (`text`). */
  readonly path: string
  readonly kind: FieldKind
  /** What can be chosen, for `choice` and `choices`. */
  readonly options?: readonly string[]
  /** The smallest size that asks for it. */
  readonly from: DraftSize
  /** The smallest size that cannot be published without it. */
  readonly neededFrom?: DraftSize
}

/** A part that there may be several of. */
export type Rows = {
  readonly path: string
  readonly kind: 'rows'
  readonly fields: readonly Field[]
  readonly from: DraftSize
  readonly neededFrom?: DraftSize
}

export type FormPart = Field | Rows

/** One page of the form. Its words are the messages `sharing.step.<name>` and `sharing.field.<path>`. */
export type Step = {
  readonly name: StepName
  /** In the address. */
  readonly slug: string
  readonly parts: readonly FormPart[]
}

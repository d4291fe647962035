import type { NameKind, OrganisationId, OrganisationKind } from './contract.ts'

/** A public body, supplier or network. */
export type Organisation = {
  readonly id: OrganisationId
  readonly kind: OrganisationKind
  readonly name: string
  readonly organisasjonsnummer: string | null
  /** The municipality it is, or belongs to. */
  readonly kommunenummer: string | null
  /** The county it is, or lies in. */
  readonly fylkesnummer: string | null
}

/** A name it is also known by: Sami or Kven, an abbreviation, or one it had before. */
export type OtherName = {
  readonly name: string
  readonly kind: NameKind
  /** ISO 639 code where the language is known (`se`, `sma`, `smj`, `fkv`). */
  readonly language: string | null
}

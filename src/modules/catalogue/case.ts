import type { Organisation } from '#src/modules/organisations/index.ts'
import type { CaseContent, CaseId, CaseKind, CaseLevel, Party, PartyRole } from './contract.ts'
import type { HeadlineEffect } from './headline-effects.ts'

/** `starter`: shipped with the program; «ikke bekreftet av kommunen» until it is confirmed. */
export type Origin = 'starter' | 'person'

/** A name in the case, and the organisation it stands for where that is known. */
export type LinkedParty = {
  readonly name: string
  readonly role: PartyRole
  readonly count: number | null
  readonly organisation: Organisation | null
  /** The municipality or county it belongs to or lies in. */
  readonly within: Organisation | null
}

export type LinkedSupplier = {
  readonly name: string
  /** In the words of the source. */
  readonly role: string | null
  readonly organisation: Organisation | null
}

/** One documented procurement (or something near it), from need to effect, as it is published now. */
export type ProcurementCase = {
  readonly id: CaseId
  readonly version: number
  readonly origin: Origin
  readonly confirmedAt: Date | null
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly content: CaseContent
  readonly parties: readonly LinkedParty[]
  readonly suppliers: readonly LinkedSupplier[]
}

/** A case in a list. */
export type CaseSummary = {
  readonly id: CaseId
  readonly title: string
  readonly language: string
  readonly kind: CaseKind
  readonly level: CaseLevel
  readonly fromYear: number | null
  readonly toYear: number | null
  readonly need: string | null
  readonly themes: readonly string[]
  readonly joint: boolean
  readonly parties: readonly Party[]
  /** The effect to show with its number, if there is one. */
  readonly headline: HeadlineEffect | null
  readonly origin: Origin
  readonly confirmedAt: Date | null
  readonly updatedAt: Date
}

export type CasePage = { readonly total: number; readonly cases: readonly CaseSummary[] }

/** What an id leads to. Ids are for ever, so a case that is gone says why, or where it went. */
export type CaseLookup =
  | { readonly status: 'found'; readonly case: ProcurementCase }
  | { readonly status: 'withdrawn'; readonly id: CaseId; readonly reason: string }
  | { readonly status: 'merged'; readonly id: CaseId; readonly into: CaseId }

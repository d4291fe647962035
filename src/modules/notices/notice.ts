import type { ProblemCode, RemarkCode } from './contract.ts'

/** Something odd that was met while reading; the text is the message `remark.<code>`. */
export type Remark = Noted<RemarkCode>

/** Why bytes could not be read as a notice; the text is the message `problem.<code>`. */
export type NoticeProblem = Noted<ProblemCode>

type Noted<Code extends string> = {
  readonly code: Code
  /** Where, as element names below the root, for those who want to look it up in the original. */
  readonly path?: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** Money as it was written: a decimal string, so that nothing is rounded. */
export type Money = { readonly amount: string; readonly currency: string }

/** A title and a description in one language (`nb`, `nn`, `en`, others as ISO 639-1). */
export type Wording = {
  readonly language: string
  readonly title: string
  readonly description: string
}

export type NoticeOrganisation = {
  readonly name: string
  /** Nine digits where it is Norwegian and passes the check; other countries' numbers as written. */
  readonly organisationNumber: string | null
  readonly numberAsWritten: string | null
  readonly country: string | null
  readonly nuts: string | null
  readonly city: string | null
}

export type Buyer = NoticeOrganisation & {
  /** OPP-050, the leader of a group; a sole buyer leads nobody. */
  readonly lead: boolean
  /** BT-11. */
  readonly legalType: string | null
  /** BT-10 or BT-610. */
  readonly activity: string | null
  /** OPP-051 and OPP-052: a central purchasing body that awards for, or acquires for, others. */
  readonly awardsForOthers: boolean
  readonly acquiresForOthers: boolean
}

export type Winner = NoticeOrganisation & {
  /** Members of a group share a tender, so that its value is not counted for each of them. */
  readonly tender: string | null
  readonly leadsGroup: boolean
  readonly value: Money | null
}

/** A person who answers for an organisation in a notice. Personal: kept apart from everything that is published. */
export type ContactPerson = {
  readonly organisation: string
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
}

export type AwardCriterion = {
  readonly type: string | null
  readonly name: string | null
  readonly description: string | null
  /** BT-541 and its unit BT-5421 (`per-exa`, `poi-exa`, …). */
  readonly weight: number | null
  readonly weightUnit: string | null
  /** A fixed price or cost (BT-5422) or a threshold (BT-5423) instead of, or beside, a weight. */
  readonly fixed: { readonly number: number; readonly unit: string } | null
  readonly threshold: { readonly number: number; readonly unit: string } | null
}

export type SelectionCriterion = {
  readonly type: string | null
  readonly name: string | null
  readonly description: string | null
}

/**
 * How long a contract lasts, as it was said: months (years are twelve of them), days (weeks are seven), or a
 * period. Days are not turned into months, since that would be a guess.
 */
export type Duration = {
  readonly months?: number
  readonly days?: number
  readonly from?: string
  readonly to?: string
  readonly unlimited?: true
}

export type Renewals = { readonly maximum: number | null; readonly description: string | null }

/** The times by which somebody must answer, as UTC instants. */
export type Deadlines = {
  /** BT-131. */
  readonly tenders: string | null
  /** BT-1311, requests to participate. */
  readonly participation: string | null
  /** BT-630, expressions of interest. */
  readonly interest: string | null
  /** BT-13, questions. */
  readonly questions: string | null
}

export type Place = {
  readonly nuts: string | null
  readonly city: string | null
  readonly country: string | null
  /** BT-727: `anyw`, `anyw-cou`, `anyw-eea`. */
  readonly region: string | null
}

export type LotResult = {
  /** BT-142: `selec-w`, `clos-nw`, `open-nw`. */
  readonly status: string | null
  /** BT-144, why nobody was chosen. */
  readonly reason: string | null
  readonly tendersReceived: number | null
  readonly decidedOn: string | null
  readonly concludedOn: string | null
  readonly contracts: readonly string[]
  readonly frameworkMaximum: Money | null
}

/** A lot, or a part of a planning notice. */
export type Lot = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly translations: readonly Wording[]
  readonly contractNature: string | null
  readonly cpv: readonly string[]
  readonly nuts: readonly string[]
  readonly places: readonly Place[]
  readonly value: Money | null
  /** BT-271. */
  readonly frameworkMaximum: Money | null
  readonly deadlines: Deadlines
  /** BT-06 and BT-776, codes as written. */
  readonly strategicProcurement: readonly string[]
  readonly innovativeAcquisition: readonly string[]
  readonly awardCriteria: readonly AwardCriterion[]
  readonly selectionCriteria: readonly SelectionCriterion[]
  /** BT-63: `allowed`, `not-allowed`, `required`. */
  readonly variants: string | null
  readonly duration: Duration | null
  readonly options: { readonly description: string } | null
  readonly renewals: Renewals | null
  /** BT-765: `fa-wo-rc`, `fa-w-rc`, `fa-mix`, `none`. */
  readonly framework: string | null
  /** BT-111, categories of buyers that may use a framework. */
  readonly frameworkBuyerCategories: string | null
  /** BT-766, a dynamic purchasing system. */
  readonly dynamicPurchasing: string | null
  readonly documentsUrl: string | null
  readonly submissionUrl: string | null
  readonly result: LotResult | null
  readonly winners: readonly Winner[]
}

export type LotGroup = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly lots: readonly string[]
  readonly value: Money | null
  readonly frameworkMaximum: Money | null
}

/** Another notice that this one names. */
export type NoticeReference = {
  readonly kind: 'previous' | 'changed' | 'modified' | 'framework'
  readonly reference: string
}

/** What a change notice, or a notice of a modified contract, says has changed. */
export type Change = {
  readonly reason: string | null
  readonly reasonText: string | null
  readonly sections: readonly string[]
  readonly description: string | null
}

export type DeclaredInnovation = {
  readonly strategicProcurement: readonly string[]
  readonly innovativeAcquisition: readonly string[]
}

/** What an OCDS release says of itself; `names` are the eForms notices it is made from. */
export type ReleaseIdentity = {
  readonly ocid: string
  readonly releaseId: string | null
  /** Where in the process it stands; later releases of the same stage replace it. */
  readonly stage: string
  readonly tags: readonly string[]
  readonly names: readonly string[]
}

/** A notice as its bytes say, read without knowing anything else. */
export type Notice = {
  /** Only where it was read from an OCDS release. */
  readonly release?: ReleaseIdentity
  readonly noticeId: string | null
  readonly version: string
  readonly publicationNumber: string | null
  readonly gazette: string | null
  readonly publishedOn: string | null
  readonly dispatchedAt: string | null
  readonly procedureId: string | null
  readonly subtype: string | null
  readonly formType: string | null
  readonly noticeType: string | null
  readonly legalBasis: string | null
  /** The language of the chosen title; `declaredLanguages` are the notice's own codes, not to be trusted. */
  readonly language: string
  readonly declaredLanguages: readonly string[]
  readonly title: string
  readonly description: string
  readonly translations: readonly Wording[]
  readonly buyers: readonly Buyer[]
  readonly contacts: readonly ContactPerson[]
  readonly procedureType: string | null
  readonly procedureDescription: string | null
  readonly accelerated: boolean | null
  readonly directAward: { readonly code: string | null; readonly reason: string | null } | null
  readonly contractNature: string | null
  /** The procedure's main code first, then its others, then those of the lots. */
  readonly cpv: readonly string[]
  readonly nuts: readonly string[]
  readonly places: readonly Place[]
  readonly value: Money | null
  /** What `value` is: said for the whole, what was awarded, or the sum of the lots. */
  readonly valueKind: 'estimated' | 'awarded' | 'sumOfLots' | null
  readonly frameworkMaximum: Money | null
  /** The first deadline over the lots; `lastDeadline` is when the notice closes. */
  readonly deadline: string | null
  readonly lastDeadline: string | null
  readonly plannedOn: string | null
  readonly lots: readonly Lot[]
  readonly parts: readonly Lot[]
  readonly lotGroups: readonly LotGroup[]
  /** Results that name no lot of the notice. */
  readonly resultsWithoutLot: readonly { readonly lot: string | null; readonly winners: readonly Winner[] }[]
  readonly references: readonly NoticeReference[]
  readonly changes: readonly Change[]
  readonly innovation: { readonly declared: DeclaredInnovation; readonly canBeDeclared: boolean }
  readonly remarks: readonly Remark[]
}

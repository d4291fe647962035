import type { Notice } from '#src/modules/notices/notice.ts'

/** What is known of a notice for writing it as a release: no contact persons. */
export type ExportedNotice = Omit<Notice, 'contacts'> & {
  /** The public id. */
  readonly id: string
  readonly chain: string
  readonly listedOn: string
}

/** What we write of OCDS 1.1 and its extensions. A key without a value is left out, since OCDS has no empty values. */
export type OcdsValue = { readonly amount: number; readonly currency: string }
export type OcdsPeriod = { startDate?: string; endDate?: string; durationInDays?: number }
export type OcdsReference = { readonly id: string; readonly name: string }

export type OcdsParty = OcdsReference & {
  readonly identifier?: { readonly scheme: string; readonly id: string; readonly legalName: string }
  readonly address?: { readonly locality?: string; readonly region?: string; readonly countryName?: string }
  readonly roles: readonly string[]
  readonly details?: { readonly classifications: readonly { readonly scheme: string; readonly id: string }[] }
}

export type OcdsRelease = {
  readonly ocid: string
  readonly id: string
  readonly date: string
  readonly tag: readonly string[]
  readonly initiationType: 'tender'
  readonly language: string
  readonly parties?: readonly OcdsParty[]
  readonly buyer?: OcdsReference
  readonly tender: Readonly<Record<string, unknown>>
  readonly bids?: { readonly statistics: readonly Readonly<Record<string, unknown>>[] }
  readonly awards?: readonly Readonly<Record<string, unknown>>[]
  readonly contracts?: readonly Readonly<Record<string, unknown>>[]
  readonly relatedProcesses?: readonly Readonly<Record<string, unknown>>[]
}

/** Without what is null, undefined or an empty list. */
export function filled<Fields extends Readonly<Record<string, unknown>>>(fields: Fields) {
  const kept = Object.entries(fields).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(kept) as { [Key in keyof Fields]?: NonNullable<Fields[Key]> }
}

const EXTENSION_HOST = 'https://raw.githubusercontent.com/open-contracting-extensions'

/** The extensions whose fields a release of ours can have. */
export const EXTENSIONS = [
  'ocds_lots_extension',
  'ocds_sustainability_extension',
  'ocds_techniques_extension',
  'ocds_options_extension',
  'ocds_submissionTerms_extension',
  'ocds_awardCriteria_extension',
  'ocds_selectionCriteria_extension',
  'ocds_bid_extension',
  'ocds_organizationClassification_extension',
  'ocds_communication_extension',
].map((name) => `${EXTENSION_HOST}/${name}/master/extension.json`)

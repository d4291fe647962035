import { type Actor, mayContributeFor, mayPublishFor } from '#src/modules/identity/index.ts'
import type { DemandId, NeedAudience, NeedId } from '#src/modules/needs/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Language } from '#src/platform/language.ts'

/** What suppliers answer: a need, or a demand of several. */
export type MatterRef =
  | { readonly kind: 'need'; readonly id: NeedId }
  | { readonly kind: 'demand'; readonly id: DemandId }

/** A need or a demand as the market sees it. */
export type Matter = MatterRef & {
  readonly title: string
  readonly language: Language
  readonly audience: NeedAudience
  /** Who keeps it; of a need the only one. */
  readonly lead: OrganisationId
  /** Those who have announced it now, the lead first. */
  readonly announcers: readonly OrganisationId[]
  /** Whether suppliers may still answer and ask. */
  readonly isOpen: boolean
  /** Whether those who announced it may still write to the market. */
  readonly isLive: boolean
}

type Reader = Actor | null

/** A supplier answers and asks where everybody may read what it answers to. */
export function mayAnswer(reader: Reader, { audience }: Pick<Matter, 'audience'>): boolean {
  return isSupplier(reader) && audience === 'all'
}

export function isSupplier(reader: Reader): boolean {
  return reader?.roles.has('supplier') === true && reader.organisation !== null && !reader.isPublicBody
}

/** Those for whom somebody may decide and write in the market, the one acted for first. */
export function announcersOf(
  reader: Reader,
  { announcers }: Pick<Matter, 'announcers'>,
): readonly OrganisationId[] {
  if (!reader?.isPublicBody) return []
  return announcers
    .filter((one) => mayContributeFor(reader, one))
    .toSorted((a, b) => Number(b === reader.organisation) - Number(a === reader.organisation))
}

/** The summary speaks for all of them: the coordinator of the one that keeps it. */
export function mayPublishSummary(reader: Reader, { lead }: Pick<Matter, 'lead'>): boolean {
  return reader?.isPublicBody === true && mayPublishFor(reader, lead)
}

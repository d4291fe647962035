import { identifyRelease } from '#src/modules/notices/ocds/release-ids.ts'
import type { Notice } from './notice.ts'

/** What decides between files that say they are the same version of the same notice. */
export type Original = {
  readonly sha256: string
  readonly size: number
  readonly publicationNumber: string | null
}

/** The public id of a notice, and what its versions have in common. */
export function identify(
  { noticeId, version, release }: Pick<Notice, 'noticeId' | 'version' | 'release'>,
  sha256: string,
): { readonly id: string; readonly chain: string } {
  if (release?.releaseId) return identifyRelease(release.ocid, release.releaseId, release.stage)
  if (noticeId === null) {
    const id = `sha256-${sha256.slice(0, 16)}`
    return { id, chain: id }
  }
  return { id: `${noticeId}-${version}`, chain: noticeId }
}

/**
 * Whether one original counts before another: the one with a publication number, then the larger, then the one
 * with the smaller hash. A total order of what they are, so the order in which they come does not matter.
 */
export function countsBefore(one: Original, other: Original): boolean {
  const published = Number(one.publicationNumber !== null) - Number(other.publicationNumber !== null)
  if (published !== 0) return published > 0
  if (one.size !== other.size) return one.size > other.size
  return one.sha256 < other.sha256
}

/** Whether a version replaces another: `10` after `09`; what is no number is compared as text. */
export function isNewer(version: string, other: string): boolean {
  const [one, two] = [Number(version), Number(other)]
  if (Number.isFinite(one) && Number.isFinite(two) && one !== two) return one > two
  return version.length === other.length || Number.isFinite(one) !== Number.isFinite(two)
    ? version > other
    : version.length > other.length
}

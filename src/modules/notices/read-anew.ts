import type { Database } from '#src/platform/database.ts'
import { readFile } from '#src/platform/files/index.ts'
import { countsBefore, type Original } from './arrival.ts'
import type { Notice, NoticeProblem } from './notice.ts'
import { readNotice } from './read-notice.ts'
import type { StoredVersion } from './reprocess-repository.ts'

/** What this reader makes of the originals of a version. */
export type ReadAnew = {
  readonly stored: StoredVersion
  /** What counts among what could be read; null where nothing could. */
  readonly best: { readonly original: Original; readonly notice: Notice } | null
  readonly originals: readonly Original[]
  readonly problems: readonly NoticeProblem[]
}

/**
 * Reads all originals of a version and decides again which one counts.
 *
 * An id is for ever: a reader that understands the number of a notice better does not give it another address, so id
 * and version stay as they were first read.
 */
export async function readAnew(db: Database, stored: StoredVersion): Promise<ReadAnew> {
  let best: ReadAnew['best'] = null
  const originals: Original[] = []
  const problems: NoticeProblem[] = []
  for (const known of stored.originals) {
    // Reading is work for the thread that also serves pages: let them in between.
    await new Promise(setImmediate)
    const bytes = await readFile(db, known.sha256).catch(() => null)
    const read = bytes ? readNotice(bytes) : null
    if (!read?.ok) {
      problems.push(
        ...(read?.failure ?? [{ code: 'fileUnreadable' as const, params: { reason: known.sha256 } }]),
      )
      continue
    }
    const original = { ...known, publicationNumber: read.value.publicationNumber }
    originals.push(original)
    const notice = { ...read.value, noticeId: stored.noticeId, version: stored.version }
    if (!best || isBetter({ original, notice }, best)) best = { original, notice }
  }
  return { stored, best, originals, problems }
}

type Candidate = NonNullable<ReadAnew['best']>

/** An OCDS release that lies with the eForms notice it names says less than the notice. */
function isBetter(one: Candidate, other: Candidate): boolean {
  const [isRelease, isOtherRelease] = [Boolean(one.notice.release), Boolean(other.notice.release)]
  return isRelease === isOtherRelease ? countsBefore(one.original, other.original) : isOtherRelease
}

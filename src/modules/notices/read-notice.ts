import { readNotice as readEforms } from '#src/modules/notices/eforms/read-notice.ts'
import { readRelease } from '#src/modules/notices/ocds/read-release.ts'
import { kindOfContent } from '#src/modules/notices/sources/content-kind.ts'
import type { Result } from '#src/platform/result.ts'
import type { Notice, NoticeProblem } from './notice.ts'

/** Reads one notice, told apart by its bytes: eForms in XML, or an OCDS release in JSON. */
export function readNotice(bytes: Uint8Array): Result<Notice, readonly NoticeProblem[]> {
  return kindOfContent(bytes.subarray(0, 512)) === 'json' ? readRelease(bytes) : readEforms(bytes)
}

import {
  assessInnovation,
  type InnovationAssessment,
} from '#src/modules/notices/innovation/assess-innovation.ts'
import { hashOf } from '#src/platform/files/index.ts'
import { ok, type Result } from '#src/platform/result.ts'
import type { Notice, NoticeProblem } from './notice.ts'
import { readNotice } from './read-notice.ts'

export type Assessed = { readonly notice: Notice; readonly innovation: InnovationAssessment }

/** All that can be said of an original by itself, whatever else there is. */
export type ReadOriginal = {
  readonly sha256: string
  readonly read: Result<Assessed, readonly NoticeProblem[]>
}

export function readOriginal(bytes: Uint8Array): ReadOriginal {
  const sha256 = hashOf(bytes)
  const read = readNotice(bytes)
  if (!read.ok) return { sha256, read }
  return { sha256, read: ok({ notice: read.value, innovation: assessInnovation(read.value) }) }
}

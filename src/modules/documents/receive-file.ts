import type { LargeFiles, ShelfFailure } from '#src/platform/files/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { createTurns } from '#src/platform/turns.ts'
import type { ContentProblem } from './content/content-problem.ts'
import { inspectContent } from './content/inspect-content.ts'
import type { DocumentVersion, Upload } from './document.ts'
import { cleanFileName, originalName } from './file-name.ts'

export type ReceivedFile = Pick<DocumentVersion, 'format' | 'name' | 'originalName' | 'remarks' | 'size'> & {
  readonly sha256: string
}

export type UploadFailure =
  | { readonly kind: 'content'; readonly problem: ContentProblem }
  | { readonly kind: 'notKept'; readonly failure: ShelfFailure }

/** Looking through takes some times the size of a file in memory, and writing it takes the disk. */
const turns = createTurns(2)

/** Looks through a file and keeps it, so that a row may refer to it. */
export function receiveFile(files: LargeFiles, upload: Upload): Promise<Result<ReceivedFile, UploadFailure>> {
  return turns.take(() => receive(files, upload))
}

async function receive(
  files: LargeFiles,
  { name, bytes }: Upload,
): Promise<Result<ReceivedFile, UploadFailure>> {
  const inspected = await inspectContent(bytes, name)
  if (!inspected.ok) return fail({ kind: 'content', problem: inspected.failure })
  const { format, remarks } = inspected.value
  const kept = await files.keep(bytes)
  if (!kept.ok) return fail({ kind: 'notKept', failure: kept.failure })
  return ok({
    ...kept.value,
    format,
    remarks,
    name: cleanFileName(name, format),
    originalName: originalName(name),
  })
}

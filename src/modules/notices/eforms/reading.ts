import type { RemarkCode } from '#src/modules/notices/contract.ts'
import { createRemarks } from '#src/modules/notices/noted-remarks.ts'
import type { Remark } from '#src/modules/notices/notice.ts'
import { pathOf } from './element.ts'
import type { XmlElement } from './xml-tree.ts'

/** What the parts of the reader share while one notice is read. */
export type Reading = {
  /** Notes something odd; the same thing in the same place is noted once. */
  readonly remark: (code: RemarkCode, at?: XmlElement | null, params?: Remark['params']) => void
  readonly remarks: () => readonly Remark[]
  /** The language texts are in when they do not say so themselves. */
  readonly mainLanguage: string | null
  /** Contact persons named in the notice; free texts that mention them do so without their names. */
  readonly persons: Set<string>
}

export function createReading(mainLanguage: string | null, first: readonly Remark[]): Reading {
  const remarks = createRemarks(first)
  return {
    mainLanguage,
    persons: new Set(),
    remarks: remarks.all,
    remark: (code, at, params) => remarks.note(code, at ? pathOf(at) : undefined, params),
  }
}

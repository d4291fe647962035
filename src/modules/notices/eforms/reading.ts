import type { RemarkCode } from '#src/modules/notices/contract.ts'
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

/** A notice with thousands of faults is described well enough by the first ones. */
const MAX_REMARKS = 200

export function createReading(mainLanguage: string | null, first: readonly Remark[]): Reading {
  const remarks: Remark[] = [...first]
  const seen = new Set<string>()
  return {
    mainLanguage,
    persons: new Set(),
    remarks: () => remarks,
    remark(code, at, params) {
      const path = at ? pathOf(at) : undefined
      const key = JSON.stringify([code, path, params])
      if (seen.has(key) || remarks.length >= MAX_REMARKS) return
      seen.add(key)
      remarks.push({ code, ...(path && { path }), ...(params && { params: shortened(params) }) })
    },
  }
}

function shortened(params: NonNullable<Remark['params']>): NonNullable<Remark['params']> {
  const short = (value: string | number) =>
    typeof value === 'string' ? value.slice(0, 120).toWellFormed() : value
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, short(value)]))
}

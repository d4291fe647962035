import type { RemarkCode } from './contract.ts'
import type { Remark } from './notice.ts'

/** A notice with thousands of faults is described well enough by the first ones. */
const MAX_REMARKS = 200

/** What is odd about one notice while it is read; the same thing in the same place is noted once. */
export function createRemarks(first: readonly Remark[]) {
  const remarks: Remark[] = [...first]
  const seen = new Set<string>()
  return {
    all: (): readonly Remark[] => remarks,
    note(code: RemarkCode, path: string | undefined, params: Remark['params']): void {
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

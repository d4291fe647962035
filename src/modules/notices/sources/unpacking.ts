import type { NoticeProblem } from '#src/modules/notices/notice.ts'

/** Ends the unpacking of an archive, or of one file in it; whoever unpacks tells the problem and goes on. */
export class UnpackingStopped extends Error {
  readonly problem: NoticeProblem
  /** Whether the other files of the archive can still be read. */
  readonly onlyThisFile: boolean

  constructor(problem: NoticeProblem, { onlyThisFile = false } = {}) {
    super(problem.code)
    this.problem = problem
    this.onlyThisFile = onlyThisFile
  }
}

/** Every archive may unpack to this much. */
const FREE_BYTES = 100 * 1024 * 1024
/** Beyond that, to this many times its own size. Notices shrink to a tenth; what shrinks to a hundredth is a trap. */
const MOST_TIMES = 100

/** Counts what comes out of an archive against what went in, so that a small file cannot keep the machine busy. */
export function createAllowance(packedBytes: () => number): (unpacked: number) => void {
  let total = 0
  return (unpacked) => {
    total += unpacked
    if (total > FREE_BYTES && total > MOST_TIMES * packedBytes())
      throw new UnpackingStopped({ code: 'archiveBomb', params: { times: MOST_TIMES } })
  }
}

/** A fault of the disk, not of what lies on it. */
export function isOfSystem(error: unknown): error is Error & { code: string } {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^E[A-Z]+$/.test(error.code)
  )
}

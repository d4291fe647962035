const DISK_FULL =
  'The disk is full, or this user may not write more to it. What had been stored is kept, and nothing is half stored. ' +
  'Make room, and run the same command again: it goes on from there.'

/** A failure of the machine and not of the program, as a sentence for whoever waits; null for all others. */
export function explainFailure(error: unknown): string | null {
  return isDiskFull(error) ? DISK_FULL : null
}

/** As the database says it, as the operating system says it, and as the last words of an embedded database that stopped. */
function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : null
  const hint = 'hint' in error && typeof error.hint === 'string' ? error.hint : ''
  return (
    code === '53100' ||
    code === 'ENOSPC' ||
    code === 'EDQUOT' ||
    code === 'EFBIG' ||
    hint.includes('free disk space') ||
    /No space left on device|Disk quota exceeded|File too large/.test(error.message) ||
    isDiskFull(error.cause)
  )
}

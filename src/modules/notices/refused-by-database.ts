/** SQLSTATE classes 22 (data), 23 (integrity) and 54 (too long for an index): this notice is at fault, not the database. */
export function isRefusedByDatabase(error: unknown): error is Error & { code: string } {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^(22|23|54)/.test(error.code)
  )
}

import type { Database } from '#src/platform/database.ts'

/** The same database, and how many queries have gone through it. */
export function countingQueries(db: Database): { readonly db: Database; readonly count: () => number } {
  let queries = 0
  const counting = db.withPlugin({
    transformQuery: ({ node }) => {
      queries += 1
      return node
    },
    transformResult: async ({ result }) => result,
  })
  return { db: counting, count: () => queries }
}

/**
 * The headers of a page that is never one from before. What is said in a market is read by everybody from the same
 * moment, and what is closed to others is closed at once.
 */
export function neverKept(): Record<string, string> {
  return { 'cache-control': 'no-store' }
}

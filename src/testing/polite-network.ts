import type { ClientManners } from '#src/platform/http/index.ts'
import { virtualTime } from './virtual-time.ts'

/** Real connections, with waits that take no time and deadlines that are short. */
export function politeNetwork() {
  const { timing, waits } = virtualTime()
  return { network: { fetch: globalThis.fetch, timing }, waits }
}

export const QUICK_MANNERS: ClientManners = {
  limits: { answerMs: 400, wholeMs: 600, maxBytes: 5_000_000 },
  pace: { everyMs: 1_000, burst: 20 },
  tries: 3,
  backoff: { firstMs: 2_000, longestMs: 60_000 },
  longestWaitMs: 600_000,
}

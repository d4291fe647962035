/**
 * Asking other people's servers politely: a pace, deadlines for the beginning and the end of an answer, tries again
 * with growing waits, `retry-after`, a largest size. What goes wrong is a value, never an exception.
 */
export type { HttpRequest, Limits } from './ask-once.ts'
export {
  type ClientManners,
  createHttpClient,
  type HttpClient,
  type Network,
  systemNetwork,
} from './create-client.ts'
export { type HttpAnswer, type HttpFailure, isPassing } from './http-answer.ts'
export { type Backoff, backoffMs, systemTiming, type Timing } from './wait.ts'

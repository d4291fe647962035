import type { NoticeProblem } from './notice.ts'

/** What is made anew: all of it, what an older reader made, or the notices with these ids (all versions of a notice id). */
export type ReprocessScope = 'all' | 'outdated' | readonly string[]

/** What came of it, counted in versions of notices; `read` is the sum of the three that follow. */
export type ReprocessReport = {
  readonly read: number
  /** It says something else now. */
  readonly changed: number
  readonly unchanged: number
  /** Could not be read anew, and was left as it was. */
  readonly kept: number
  readonly seconds: number
}

export type ReprocessProgress = { readonly done: number; readonly total: number }

export type ReprocessOptions = {
  readonly only: ReprocessScope
  readonly onProgress?: (progress: ReprocessProgress) => void
  readonly onKept?: (id: string, problems: readonly NoticeProblem[]) => void
  /** Stops after the batch at hand; a new run goes on from there. */
  readonly signal?: AbortSignal
  /** The part of the time in which it rests, so that others come first: 0 never, 0.5 as long as it works. */
  readonly rest?: number
}
